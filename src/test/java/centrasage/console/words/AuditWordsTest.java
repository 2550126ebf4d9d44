package centrasage.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingState;
import centrasage.flow.event.PostingFinding;
import centrasage.jobs.run.Fate;
import centrasage.settlements.journal.JournalState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each deed of the trail has words, and each subject its page. */
class AuditWordsTest {
    /** The action is the second argument of a row, or the first of those that write one with it. */
    private static final Pattern ACTION = Pattern.compile(
            "(?s)(?:audit\\s*\\.write\\(\\s*[^;]*?,\\s*|\\btell\\((?:person, )?|note\\(Level\\.\\w+, \\w+, |\\bwrite\\((?:account\\.name\\(\\)|\"sign-in\"), )\"([A-Z][A-Z_]+)\"");

    private static final Pattern NAMED = Pattern.compile(
            "\"(SAGE_SIGN_IN_\\w+|LINE_(?:SETTLED|EXPLAINED|INTO_\\w+|TAKEN_\\w+)|ENTRY_(?:EXPLAINED|TAKEN_BACK))\"");

    private final AuditWords words = new AuditWords(new Signs());

    @Test
    void every_action_that_the_code_writes_has_words() throws IOException {
        Set<String> actions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (!text.contains("Audit ") && !file.endsWith("connect/Deed.java")) {
                    continue;
                }
                for (Pattern pattern : Set.of(ACTION, NAMED)) {
                    Matcher matcher = pattern.matcher(text);
                    while (matcher.find()) {
                        actions.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(actions)
                .as("found by the patterns")
                .contains(
                        "RETRY",
                        "JOB_STARTED",
                        "JOB_RESTARTED",
                        "SIGNED_IN",
                        "SAGE_SIGN_IN_DONE",
                        "LINE_TAKEN_BACK",
                        "CLOSED",
                        "STOCK_RELEASED",
                        "USER_REMOVED");
        actions.remove("JOB_");
        actions.remove("JOURNAL_");
        actions.remove("MAPPINGS_");
        Arrays.stream(Fate.values()).forEach(fate -> actions.add("JOB_" + fate.name()));
        Arrays.stream(JournalState.values()).forEach(state -> actions.add("JOURNAL_" + state.name()));
        Arrays.stream(PostingState.values()).forEach(state -> actions.add(state.name()));
        Arrays.stream(PostingFinding.Kind.values()).forEach(kind -> actions.add(kind.name()));
        assertThat(actions)
                .allSatisfy(action -> assertThat(words.knows(action)).as(action).isTrue());
    }

    @Test
    void what_is_new_is_told_by_its_code() {
        assertThat(words.action("LOOKED_AT_CUSTOMER")).isEqualTo("Looked at customer");
        assertThat(words.action("RETRY")).isEqualTo("Exception planned or tried again");
        assertThat(words.action("IN_DOUBT")).isEqualTo("Posting: in doubt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RETRY | exception/12 | Exception 12 | exceptions.xhtml?state=ALL&id=12",
                "POSTED | 33/ORDER/10234 | Order 10234 (company 33) | order.xhtml?number=10234",
                "POSTED | 33/DESPATCH/10234-1 | Shipment 10234-1 (company 33) | order.xhtml?number=10234-1",
                "INVOICE_SEEN | C10234 | Order 10234 | order.xhtml?number=10234",
                "JOB_STARTED | job/reconcile | Job reconcile | jobs.xhtml?job=reconcile",
                "MAPPINGS_MADE | mappings/3 | Mapping version 3 | mappings.xhtml?version=3",
                "USER_SET | user/anna | User anna | audit.xhtml?person=anna",
                "STOCK_RELEASED | 33/Main store | 33/Main store | stock.xhtml?warehouse=33%2FMain+store",
                "CATALOGUE_OVERWRITTEN | 33/TEE | 33/TEE | catalogue.xhtml?q=TEE",
                "AUDIT_HEADS_BEGUN | audit-trail | audit-trail | ''"
            })
    void each_subject_has_its_words_and_its_page(String action, String subject, String says, String page) {
        assertThat(words.subject(subject)).isEqualTo(says);
        assertThat(AuditWords.link(action, subject)).isEqualTo(page);
    }

    @Test
    void what_is_of_a_payment_provider_leads_to_no_order() {
        assertThat(AuditWords.link("POSTED", "33/PAYOUT/adyen/BATCH-1")).isEmpty();
    }
}
