package centrasage.console.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemAnswersTest {
    @Test
    void a_body_of_a_type_that_nobody_reads_is_told_what_is_read_there() {
        assertThat(ProblemAnswers.unread("/api/mappings").remedy())
                .isEqualTo("Send Content-Type: application/json, or application/zip");
        assertThat(ProblemAnswers.unread("/api/jobs/retention/runs").remedy())
                .isEqualTo("Send Content-Type: application/json");
    }
}
