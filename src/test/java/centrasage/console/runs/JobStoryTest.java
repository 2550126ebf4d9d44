package centrasage.console.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

class JobStoryTest {
    @Test
    void the_head_of_a_jobs_file_answers_its_questions_over_several_lines() {
        JobStory story = JobStory.in("""
            <?xml version="1.0"?>
            <!--
              From:           here,
                              and there
              To:             Sage
              Restarts from:  the beginning
            -->
            <job><step id="collect" next="post"><batchlet/></step><step id="post"/></job>
            """);
        assertThat(story.answer("From")).isEqualTo("here, and there");
        assertThat(story.answer("To")).isEqualTo("Sage");
        assertThat(story.answer("Holds when")).isEmpty();
        assertThat(story.steps()).containsExactly("collect", "post");
        assertThat(story.posts()).isTrue();
    }

    @Test
    void every_job_says_from_where_it_restarts_and_why_it_may_be_run_again() {
        List<String> jobs = StreamSupport.stream(
                        ConfigProvider.getConfig().getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("schedule.") && !name.equals("schedule.time-zone"))
                .map(name -> name.substring("schedule.".length()))
                .toList();
        assertThat(jobs).hasSizeGreaterThan(15).allSatisfy(job -> {
            JobStory story = JobStory.of(job);
            assertThat(story.answers()).hasSize(8);
            assertThat(story.answer("Restarts from")).isNotEmpty();
            assertThat(story.answer("Safe to re-run")).isNotEmpty();
            assertThat(story.steps()).isNotEmpty();
        });
    }

    @Test
    void a_job_that_does_not_exist_has_no_story() {
        assertThat(JobStory.of("no-such-job").answers()).isEmpty();
    }
}
