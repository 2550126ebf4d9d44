package centrasage.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a job takes is what its XML asks for. */
class JobParametersTest {
    @Test
    void the_xml_says_what_a_job_takes() {
        assertThat(JobParameters.in(
                        "<property value=\"#{jobParameters['until']}\"/><a b=\"#{jobParameters['from']}\"/>"))
                .containsExactlyInAnyOrder("from", "until");
    }

    @Test
    void the_jobs_of_this_version_take_none_and_neither_does_one_that_does_not_exist() {
        assertThat(JobParameters.of("order-import")).isEmpty();
        assertThat(JobParameters.of("nightly")).isEmpty();
    }
}
