package io.understudy.check.membership;

import io.understudy.check.Finding;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What the stored model betrays to someone who holds it. Findings, all of check {@code privacy}:
 * <ul>
 *   <li>{@code model-membership-*}, as those of {@link Membership}: a row is taken for a member if the model finds it likely
 *       ({@code likelihood}; Yeom et al. 2018), or likely for its values, which {@code likelihood ratio} relates to what
 *       independent columns of training and held-out rows together would give.
 *   <li>{@code inversion}: see {@link Inversion}.
 * </ul>
 *
 * <p>All rows are scored, in one pass over each table. These are attacks on the model, not on the synthetic table: they
 * bound what anyone can learn from any number of tables drawn from it.
 *
 * @param model      what it says of rows
 * @param secrets    positions of the columns whose values are guessed: those that are not published as they are
 * @param confidence of the intervals of one metric together, above 0 and below 1
 * @param seed       of the rows whose values are guessed
 */
public record ModelAttacks(LogLikelihood model, List<Integer> secrets, double confidence, long seed) {
    private static final String METRIC = "model-membership";
    private static final List<String> ATTACKS = List.of("likelihood", "likelihood ratio");

    /**
     * Attacks rows coded as the model codes them.
     *
     * @param train   rows that it was fitted to
     * @param holdout rows of the same source that it never saw
     */
    public List<Finding> measure(Table train, Table holdout) {
        List<Marginal> learned = train.compute(Marginals.ofColumns(train.domain()));
        List<Marginal> heldOut = holdout.compute(Marginals.ofColumns(train.domain()));
        RowScores scores = new RowScores(model, Independent.of(learned, heldOut));
        Scores in = train.compute(scores);
        Scores out = holdout.compute(scores);
        List<Finding> findings = new ArrayList<>();
        for (int attack = 0; attack < ATTACKS.size(); attack++) {
            findings.addAll(in.against(out, attack).findings(METRIC, ATTACKS.get(attack), confidence, ATTACKS.size()));
        }
        findings.addAll(new Inversion(model, secrets, confidence, seed).measure(train, holdout));
        return findings;
    }
}
