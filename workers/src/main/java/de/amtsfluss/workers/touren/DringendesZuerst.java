package de.amtsfluss.workers.touren;

import com.graphhopper.jsprit.core.problem.constraint.HardActivityConstraint;
import com.graphhopper.jsprit.core.problem.misc.JobInsertionContext;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import java.util.Set;

/** Lets no usual stop come before an urgent one of the same tour. */
final class DringendesZuerst implements HardActivityConstraint {

    private final Set<String> urgent;

    DringendesZuerst(Set<String> urgent) {
        this.urgent = urgent;
    }

    @Override
    public ConstraintsStatus fulfilled(
            JobInsertionContext context,
            TourActivity before,
            TourActivity added,
            TourActivity after,
            double departure) {
        if (isUrgent(added)) {
            // All that follow a usual stop are usual, and so would be what is before an urgent one.
            return isUsual(before) ? ConstraintsStatus.NOT_FULFILLED_BREAK : ConstraintsStatus.FULFILLED;
        }
        return isUrgent(after) ? ConstraintsStatus.NOT_FULFILLED : ConstraintsStatus.FULFILLED;
    }

    private boolean isUrgent(TourActivity activity) {
        return Wegekosten.jobId(activity).filter(urgent::contains).isPresent();
    }

    private boolean isUsual(TourActivity activity) {
        return Wegekosten.jobId(activity).filter(id -> !urgent.contains(id)).isPresent();
    }
}
