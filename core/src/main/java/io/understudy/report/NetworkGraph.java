package io.understudy.report;

import io.understudy.check.picture.Parents;
import io.understudy.report.Html.Element;
import java.util.ArrayList;
import java.util.List;

/** The network as arcs: columns under each other in the order in which they are drawn, an arc from each parent down. */
record NetworkGraph(List<Parents> network) {
    private static final double WIDTH = 640;
    private static final double LEFT = 230;
    private static final double ROW = 22;
    private static final int LETTERS = 30;
    private static final int ARCS = 3;

    /** The most columns whose arcs can be told apart. */
    static final int MOST = 45;

    Element drawing() {
        List<String> order = network.stream().map(Parents::column).toList();
        List<Html> arcs = new ArrayList<>();
        List<Html> nodes = new ArrayList<>();
        for (int child = 0; child < network.size(); child++) {
            List<String> parents = network.get(child).parents();
            for (int rank = Math.min(ARCS, parents.size()) - 1; rank >= 0; rank--) {
                int parent = order.indexOf(parents.get(rank));
                if (parent >= 0) {
                    arcs.add(arc(parent, child, rank == 0 ? "first arc" : "arc"));
                }
            }
            double y = y(child);
            nodes.add(Svg.wordsBefore("label", LEFT - 12, y + 4, ScaleWords.cut(order.get(child), LETTERS)));
            nodes.add(Svg.dot("node", LEFT, y));
        }
        List<Html> shapes = new ArrayList<>(arcs);
        shapes.addAll(nodes);
        String words = network.size() + " columns in the order in which they are drawn, with an arc from each of the "
                + ARCS + " parents that tell most. The table below names all parents.";
        return Svg.drawing(WIDTH, y(network.size()) - ROW / 2, words, shapes);
    }

    private static double y(int place) {
        return ROW * place + ROW / 2;
    }

    /** Half an ellipse to the right, the wider the farther apart. */
    private Element arc(int parent, int child, String kind) {
        double reach = Math.min(WIDTH - LEFT - 20, 30 + (WIDTH - LEFT - 60) * (child - parent) / network.size());
        double half = Math.abs(y(child) - y(parent)) / 2;
        String d = "M" + Svg.number(LEFT) + " " + Svg.number(y(parent)) + "A" + Svg.number(reach) + " "
                + Svg.number(half) + " 0 0 1 " + Svg.number(LEFT) + " " + Svg.number(y(child));
        return Svg.path(kind, d);
    }
}
