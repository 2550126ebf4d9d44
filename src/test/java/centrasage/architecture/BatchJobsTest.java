package centrasage.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** A job XML is the executable twin of its flow: nothing in it is missing in the code, and nothing in the code is orphaned. */
class BatchJobsTest {
    private final Map<String, Document> jobs = BatchJobs.files();

    BatchJobsTest() throws IOException {}

    @Test
    void every_artifact_is_named_by_a_job_and_every_name_is_an_artifact() {
        Set<String> named = new TreeSet<>();
        jobs.values().forEach(job -> named.addAll(BatchJobs.refs(job)));
        assertThat(BatchJobs.artifacts(Code.main())).isNotEmpty().isEqualTo(named);
        assertThat(BatchJobs.artifacts(Code.violations())).containsExactly("orphanedStep");
    }

    @Test
    void every_file_is_named_after_its_job() {
        assertThat(jobs)
                .isNotEmpty()
                .allSatisfy((file, job) -> assertThat(BatchJobs.id(job)).isEqualTo(file));
    }

    @Test
    void every_job_has_a_schedule_and_every_schedule_a_job() throws IOException {
        assertThat(BatchJobs.defaults().stringPropertyNames().stream()
                        .filter(key -> key.startsWith("schedule.") && !key.equals("schedule.time-zone"))
                        .map(key -> key.substring("schedule.".length())))
                .containsExactlyInAnyOrderElementsOf(jobs.keySet());
    }

    @Test
    void every_job_gives_its_lease_back_when_it_ends() {
        assertThat(jobs.values())
                .allSatisfy(job -> assertThat(BatchJobs.refs(job)).contains("runListener"));
    }

    @Test
    void no_step_goes_on_after_a_failure() {
        jobs.forEach((file, job) -> assertThat(BatchJobs.goOn(job)).as(file).noneMatch(BatchJobsTest::fitsFailure));
        assertThat(jobs.values())
                .as("what is looked at")
                .anyMatch(job -> !BatchJobs.goOn(job).isEmpty());
        assertThat(List.of("*", "FAIL*", "FAILE?", "FAILED")).allMatch(BatchJobsTest::fitsFailure);
    }

    /** A step that throws has the exit status FAILED; a pattern may have * and ? in it. */
    private static boolean fitsFailure(String on) {
        return "FAILED".matches(on.replace("*", ".*").replace('?', '.'));
    }
}
