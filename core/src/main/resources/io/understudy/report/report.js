(function () {
  "use strict";
  var field = document.getElementById("find");
  var found = document.getElementById("found");
  var entries = Array.from(document.querySelectorAll(".entry"));
  var folded = entries.map(function (entry) { return entry.open !== true; });

  function named(entry) {
    return Array.from(entry.querySelectorAll(".name"), function (name) { return name.textContent; })
      .join(" ").toLowerCase();
  }
  var names = entries.map(named);

  function show() {
    var wanted = field.value.trim().toLowerCase();
    var hits = 0;
    entries.forEach(function (entry, i) {
      entry.hidden = names[i].indexOf(wanted) === -1;
      hits += entry.hidden ? 0 : 1;
    });
    entries.forEach(function (entry, i) {
      if (entry.tagName === "DETAILS") {
        entry.open = wanted === "" ? !folded[i] : !entry.hidden ? 13 > hits || !folded[i] : false;
      }
    });
    document.querySelectorAll("details.all").forEach(function (all) { all.open = wanted !== ""; });
    found.textContent = wanted === "" ? "" : hits + " of " + entries.length + " entries";
  }

  function unfold(open) {
    document.querySelectorAll("details").forEach(function (one) { one.open = open; });
  }

  // A chart that tells its numbers where it is pointed at, or where the arrow keys have gone.
  function reading(svg) {
    var grid, note, marks, at;

    function prepare() {
      grid = JSON.parse(svg.dataset.read);
      note = document.createElement("p");
      note.className = "readings";
      note.setAttribute("role", "status");
      svg.parentNode.appendChild(note);
      marks = grid.panels.map(function () {
        var mark = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        mark.setAttribute("class", "here");
        svg.appendChild(mark);
        return mark;
      });
    }

    function line(name, words) {
      var part = document.createElement(name);
      part.textContent = words;
      note.appendChild(part);
    }

    // A cell of the grid: its row and column, and in which panel it was pointed at.
    function show(column, row, panel) {
      if (at !== undefined) {
        if (at.join() === [column, row, panel].join()) { return; }
      }
      at = [column, row, panel];
      var x = grid.x[column], y = grid.y[row];
      var width = grid.x[column + 1] - x, height = grid.y[row + 1] - y;
      marks.forEach(function (mark, i) {
        mark.setAttribute("x", x + grid.panels[i]);
        mark.setAttribute("y", y);
        mark.setAttribute("width", width);
        mark.setAttribute("height", height);
      });
      note.textContent = "";
      line("b", [grid.down[row], grid.across[column]].filter(Boolean).join(", "));
      Object.keys(grid.shares).forEach(function (name) {
        var share = grid.shares[name][row * grid.across.length + column];
        line("span", name + " " + (share === null ? "too few rows to tell" : share + "\u00a0%"));
      });
      place(marks[panel].getBoundingClientRect(), row);
    }

    // Where it hides no marked cell: beside a column; above or below a row, whichever side has more of the chart.
    function place(cell, row) {
      var frame = svg.parentNode.getBoundingClientRect();
      var left = cell.left - frame.left, top = cell.top - frame.top;
      var room = frame.width - note.offsetWidth;
      if (grid.down.length > 0) {
        left = cell.width > room ? room : left;
        top += 2 * row + 1 > grid.down.length ? -note.offsetHeight - 6 : cell.height + 6;
      } else {
        left += frame.right - cell.right > left ? cell.width + 8 : -note.offsetWidth - 8;
      }
      note.style.left = Math.max(0, Math.min(room, left)) + "px";
      note.style.top = top + "px";
    }

    function hide() {
      if (note) {
        note.textContent = "";
        marks.forEach(function (mark) { mark.setAttribute("width", 0); });
        at = undefined;
      }
    }

    // The cell that a place along one side lies in; -1 beyond the ends.
    function cell(edges, place) {
      var before = edges.filter(function (edge) { return place >= edge; }).length - 1;
      return edges.length - 1 > before ? before : -1;
    }

    function point(event) {
      if (!grid) { prepare(); }
      var place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      var row = cell(grid.y, place.y);
      var hits = grid.panels.map(function (left) { return cell(grid.x, place.x - left); });
      var panel = hits.findIndex(function (hit) { return hit >= 0; });
      if (row >= 0 ? panel >= 0 : false) { show(hits[panel], row, panel); } else { hide(); }
    }

    var moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

    function key(event) {
      if (event.key === "Escape") { hide(); }
      var move = moves[event.key];
      if (!move) { return; }
      event.preventDefault();
      if (!grid) { prepare(); }
      var from = at || [0, 0, 0];
      var step = at ? move : [0, 0];
      show(Math.max(0, Math.min(grid.x.length - 2, from[0] + step[0])),
        Math.max(0, Math.min(grid.y.length - 2, from[1] + step[1])), from[2]);
    }

    svg.setAttribute("tabindex", "0");
    svg.addEventListener("pointermove", point);
    svg.addEventListener("pointerdown", point);
    svg.addEventListener("pointerleave", hide);
    svg.addEventListener("blur", hide);
    svg.addEventListener("keydown", key);
  }

  document.querySelectorAll("svg[data-read]").forEach(reading);
  document.getElementById("tools").hidden = false;
  field.addEventListener("input", show);
  document.getElementById("unfold").addEventListener("click", function () { unfold(true); });
  document.getElementById("fold").addEventListener("click", function () { unfold(false); });
})();
