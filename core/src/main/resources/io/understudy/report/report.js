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

  document.getElementById("tools").hidden = false;
  field.addEventListener("input", show);
  document.getElementById("unfold").addEventListener("click", function () { unfold(true); });
  document.getElementById("fold").addEventListener("click", function () { unfold(false); });
})();
