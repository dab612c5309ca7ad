package io.understudy.jobs.stage;

import io.understudy.check.picture.Parents;
import io.understudy.model.Model;
import io.understudy.model.bayes.BayesianNetwork;
import java.util.ArrayList;
import java.util.List;

/** A model as the network that a report draws, where it is one. */
final class Network {
    private Network() {}

    /** Columns in the order in which they are drawn; empty for models without parents. */
    static List<Parents> of(Model model) {
        List<Parents> columns = new ArrayList<>();
        if (model instanceof BayesianNetwork network) {
            List<Integer> order = network.order();
            for (int i = 0; i < order.size(); i++) {
                columns.add(new Parents(
                        name(model, order.get(i)),
                        network.parents().get(i).stream()
                                .map(parent -> name(model, parent))
                                .toList()));
            }
        }
        return columns;
    }

    private static String name(Model model, int variable) {
        return model.domain().variable(variable).name();
    }
}
