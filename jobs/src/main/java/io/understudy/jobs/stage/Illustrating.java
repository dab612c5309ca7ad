package io.understudy.jobs.stage;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.check.picture.Gallery;
import io.understudy.check.picture.Pictures;
import io.understudy.codec.AssessmentCodec;
import io.understudy.jobs.fitted.ProfileFile;
import java.util.List;

/** Draws the columns and the pairs that checks of likeness have compared. */
record Illustrating(Inputs inputs, ProfileFile profile, AssessmentCodec codec) implements RealTables.Illustrator {

    @Override
    public Pictures draw(Assessed tables, List<Finding> findings) {
        Subjects subjects = new Subjects(profile, Sampling.treatments(profile));
        Gallery gallery = new Gallery(tables, subjects.of(codec), inputs.rowsOfK());
        return gallery.pictures(findings);
    }
}
