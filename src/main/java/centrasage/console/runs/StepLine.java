package centrasage.console.runs;

import centrasage.console.words.Amounts;
import centrasage.console.words.Jobs;
import centrasage.jobs.history.RunStep;
import centrasage.jobs.run.Run;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run as the page shows it.
 *
 * @param step null while it has not begun
 * @param did what the run counted of what such a step moves; empty where no step or several steps can have counted it
 */
public record StepLine(String name, String title, @Nullable RunStep step, String did) {

    /** Every step of the job, with those that the run has not begun. */
    static List<StepLine> of(Run run, List<RunStep> begun, Amounts amounts) {
        List<String> names = JobStory.of(run.job()).steps();
        return names.stream()
                .map(name -> new StepLine(
                        name,
                        JobStory.title(name),
                        begun.stream()
                                .filter(step -> step.name().equals(name))
                                .findFirst()
                                .orElse(null),
                        isAlone(name, names) ? did(name, run.counts(), amounts) : ""))
                .toList();
    }

    private static boolean isAlone(String name, List<String> names) {
        return names.size() == 1
                || Stage.ofStep(name)
                        .filter(stage -> names.stream()
                                        .filter(other -> Stage.ofStep(other)
                                                .filter(stage::equals)
                                                .isPresent())
                                        .count()
                                == 1)
                        .isPresent();
    }

    private static String did(String name, Map<String, Long> counts, Amounts amounts) {
        Map<String, Long> own = new TreeMap<>(counts);
        Stage.ofStep(name).ifPresent(stage -> own.keySet().removeIf(word -> !stage.counts(word)));
        own.values().removeIf(number -> number == 0);
        return own.isEmpty() ? "" : Jobs.did(own, amounts);
    }
}
