package centrasage.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation lists is what the application has. */
class DocumentedTest {
    private static final Pattern KEY = Pattern.compile("^\\| `([a-z0-9-]+\\.[a-z0-9-]+)`", Pattern.MULTILINE);
    private static final Pattern REASON = Pattern.compile(
            "(?:new Reason|complaints\\.add|complain|tell|reason|missing)\\(\\s*\"([A-Z]+(?:_[A-Z]+)*)\"");
    private static final Pattern JOB = Pattern.compile("^\\| `schedule\\.([a-z-]+)`", Pattern.MULTILINE);

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> all = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static String sources(String... folders) throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/centrasage", folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        return sources.toString();
    }

    @Test
    void each_setting_that_plans_orders_again_is_named_where_they_are_listed() throws IOException {
        String listed =
                text("docs/orders.md").split("when a \\*\\*setting\\*\\*", 2)[1].split("after the restart", 2)[0];
        List<String> deciding = all(KEY, text("docs/configuration.md")).stream()
                .filter(Start::decides)
                .toList();
        assertThat(deciding)
                .contains("gift-card.vat", "orders.on-difference", "receipts.closed-period", "schedule.time-zone")
                .doesNotContain("schedule.order-import", "posting.lanes");
        assertThat(deciding)
                .filteredOn(key -> !listed.contains("`" + key + "`"))
                .filteredOn(key -> !listed.contains("`" + key.substring(0, key.indexOf('.')) + ".*`"))
                .isEmpty();
    }

    @Test
    void each_reason_of_an_order_has_its_row() throws IOException {
        Set<String> reasons = all(REASON, sources("orders", "mapping", "sync/posting"));
        String rows = text("docs/orders.md");
        assertThat(reasons).hasSizeGreaterThan(40);
        assertThat(reasons).filteredOn(code -> !rows.contains("`" + code + "`")).isEmpty();
    }

    @Test
    void each_reason_of_a_despatch_has_its_row() throws IOException {
        Set<String> reasons = all(REASON, sources("dispatch"));
        String rows = text("docs/despatches.md");
        assertThat(reasons).hasSizeGreaterThan(15);
        assertThat(reasons).filteredOn(code -> !rows.contains("`" + code + "`")).isEmpty();
    }

    @Test
    void each_reason_of_a_payment_has_its_row() throws IOException {
        Set<String> reasons = all(REASON, sources("payments"));
        String rows = text("docs/payments.md");
        assertThat(reasons).hasSizeGreaterThan(8);
        assertThat(reasons).filteredOn(code -> !rows.contains("`" + code + "`")).isEmpty();
    }

    @Test
    void each_reason_of_a_return_has_its_row() throws IOException {
        Set<String> reasons = all(REASON, sources("refunds"));
        String rows = text("docs/refunds.md");
        assertThat(reasons).hasSizeGreaterThan(18);
        assertThat(reasons).filteredOn(code -> !rows.contains("`" + code + "`")).isEmpty();
    }

    @Test
    void each_reason_of_a_payout_has_its_row() throws IOException {
        Set<String> reasons = all(REASON, sources("settlements"));
        String rows = text("docs/settlements.md");
        assertThat(reasons).hasSizeGreaterThan(15);
        assertThat(reasons).filteredOn(code -> !rows.contains("`" + code + "`")).isEmpty();
    }

    @Test
    void each_job_that_can_be_run_has_its_command_and_its_word() throws IOException {
        Set<String> jobs = all(JOB, text("docs/configuration.md"));
        jobs.remove("time-zone");
        String commands = text("docs/operations/commands.md");
        String glossary = text("docs/glossary.md");
        assertThat(jobs).hasSizeGreaterThan(8);
        assertThat(jobs)
                .filteredOn(job -> !commands.contains("/api/jobs/" + job + "/runs"))
                .isEmpty();
        assertThat(jobs).filteredOn(job -> !glossary.contains("`" + job + "`")).isEmpty();
    }
}
