package io.understudy.jobs.stage;

import io.understudy.check.picture.Pictures;
import io.understudy.jobs.io.Folder;
import io.understudy.jobs.io.Json;
import io.understudy.jobs.job.InputException;
import io.understudy.report.Explanation;
import io.understudy.report.Report;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** Reads a verdict and says in words what was decided and what to change; starts no Spark. */
public final class Explaining {
    private Explaining() {}

    /**
     * The explanation in lines.
     *
     * @param place a report's folder, or the verdict in it, on any file system
     * @throws InputException if there is no verdict, or none of this version
     */
    public static List<String> lines(String place) {
        String path = place.replaceFirst("/*$", "");
        boolean file = path.endsWith(".json");
        int cut = path.lastIndexOf('/');
        String folder = file ? (cut < 0 ? "." : path.substring(0, Math.max(1, cut))) : path;
        String name = file ? path.substring(cut + 1) : Verdict.NAME;
        byte[] json = Folder.of(new Configuration(), folder.isEmpty() ? "/" : folder)
                .read(name)
                .orElseThrow(() -> new InputException("there is no " + name + " in " + folder
                        + "; name the folder of a report, by default OUTPUT.understudy"));
        Verdict verdict = Json.readIfWhole(json, Verdict.class)
                .orElseThrow(() -> new InputException(
                        name + " in " + folder + " is not a verdict of this version; run the job again"));
        return new Explanation(report(verdict)).lines();
    }

    private static Report report(Verdict verdict) {
        return new Report(
                String.valueOf(verdict.provenance().getOrDefault("input", "the input")),
                verdict.verdict(),
                verdict.rows(),
                verdict.real(),
                verdict.findings(),
                Pictures.NONE,
                ReportPage.broken(verdict),
                verdict.notes(),
                verdict.stages(),
                Map.of());
    }
}
