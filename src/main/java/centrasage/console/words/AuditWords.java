package centrasage.console.words;

import centrasage.flow.OrderName;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the rows of the audit trail say: each action in words, and what it is about with the page of it. */
@Named
@ApplicationScoped
public class AuditWords {
    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("AMENDED", "Posting amended"),
            Map.entry("DUPLICATE", "Found twice in Sage 200"),
            Map.entry("TOTAL_DIFFERS", "Found with another total"),
            Map.entry("VAT_DIFFERS", "Found with other VAT"),
            Map.entry("DATE_DIFFERS", "Found with another day"),
            Map.entry("CHANGED_AFTER_POSTING", "Changed in Centra after posting"),
            Map.entry("CAPTURES_DIFFER", "Found with another sum of captures"),
            Map.entry("OPENED", "Exception opened"),
            Map.entry("REOPENED", "Exception opened again"),
            Map.entry("ESCALATED", "Exception made more severe"),
            Map.entry("CLOSED", "Exception closed by itself"),
            Map.entry("RETRY", "Exception planned or tried again"),
            Map.entry("RESOLVED", "Exception resolved"),
            Map.entry("ASSIGNED", "Exception given to a person"),
            Map.entry("JOB_STARTED", "Job started"),
            Map.entry("JOB_STOPPED", "Job stopped"),
            Map.entry("JOB_ABANDONED", "Run given up"),
            Map.entry("JOB_DIED", "Run died with its process"),
            Map.entry("JOB_CUT_SHORT", "Run ended with the service"),
            Map.entry("JOB_RESTARTED", "Run restarted after its process died"),
            Map.entry("JOB_RESUMED", "Run goes on after the service came back"),
            Map.entry("JOB_NOT_RESTARTED", "Run not restarted"),
            Map.entry("JOB_LEFT", "Run left as it is"),
            Map.entry("SIGNED_IN", "Signed in"),
            Map.entry("SIGNED_OUT", "Signed out"),
            Map.entry("SIGN_IN_REFUSED", "Sign-in refused"),
            Map.entry("USER_SET", "User added or changed"),
            Map.entry("USER_REMOVED", "User removed"),
            Map.entry("SAGE_SIGN_IN_BEGUN", "Went to Sage ID"),
            Map.entry("SAGE_SIGN_IN_DONE", "Connected to Sage 200"),
            Map.entry("SAGE_SIGN_IN_REFUSED", "Not connected to Sage 200"),
            Map.entry("MAPPINGS_MADE", "Mapping version made"),
            Map.entry("PLAN_BASIS", "Planned again after a change of the settings"),
            Map.entry("DATE_CHOSEN", "Day of a document chosen"),
            Map.entry("BOOKED_IN", "Returned goods booked in"),
            Map.entry("RETURN_CREDITED", "Return credited in Sage 200"),
            Map.entry("INVOICE_SEEN", "Invoice seen in Sage 200"),
            Map.entry("INVOICE_GONE", "Invoice gone from Sage 200"),
            Map.entry("NUMBER_TOLD", "Sage number told to Centra"),
            Map.entry("NUMBER_NOT_TOLD", "Sage number not taken by Centra"),
            Map.entry("OPEN_ITEM_AGREED", "Sage's open amount taken over"),
            Map.entry("ENTERED_AGAIN", "Entry found under a new number"),
            Map.entry("STOCK_RELEASED", "Held stock released"),
            Map.entry("CATALOGUE_CREATED", "Product made in Centra"),
            Map.entry("CATALOGUE_OVERWRITTEN", "Value in Centra overwritten"),
            Map.entry("FILE_TAKEN", "Payout file taken"),
            Map.entry("FILE_HELD", "Payout file held"),
            Map.entry("BATCH_BEGUN_ANEW", "Payout begun anew"),
            Map.entry("LINE_SETTLED", "Payout line matched by hand"),
            Map.entry("LINE_EXPLAINED", "Payout line explained"),
            Map.entry("LINE_INTO_SUSPENSE", "Payout line put into suspense"),
            Map.entry("LINE_TAKEN_BACK", "Payout line taken back"),
            Map.entry("ENTRY_EXPLAINED", "Clearing entry explained"),
            Map.entry("ENTRY_TAKEN_BACK", "Clearing entry taken back"),
            Map.entry("BASE_DIFFERENCE_EXPLAINED", "Difference in base currency explained"),
            Map.entry("JOURNAL_PROPOSED", "Journal proposed"),
            Map.entry("JOURNAL_OPEN", "Journal open again"),
            Map.entry("JOURNAL_SEEN", "Journal seen in Sage 200"),
            Map.entry("JOURNAL_WITHDRAWN", "Journal withdrawn"),
            Map.entry("AUDIT_HEADS_BEGUN", "File of the seal begun anew"),
            Map.entry("ALERT_TESTED", "Test message sent"),
            Map.entry("BULK_BEGUN", "Deed about many begun"),
            Map.entry("BULK_DONE", "Deed about many done"),
            Map.entry("BULK_STOPPED", "Deed about many stopped"),
            Map.entry("CHANGED", "Exception changed"),
            Map.entry("IGNORED", "Exception ignored until a day"),
            Map.entry("RETURNED", "Exception no longer ignored"),
            Map.entry("NOTED", "Note written"),
            Map.entry("LOCK_OUT_LIFTED", "Lock-out lifted"),
            Map.entry("LOOKED", "Looked at a customer"),
            Map.entry("LOOKED_AT_PAYLOAD", "Looked at a payload in clear"),
            Map.entry("LOOKED_FOR_CUSTOMER", "Looked for a customer"),
            Map.entry("MAPPINGS_PROPOSED", "Mapping change proposed"),
            Map.entry("MAPPINGS_APPROVED", "Mapping change approved"),
            Map.entry("MAPPINGS_REJECTED", "Mapping change rejected"),
            Map.entry("MAPPINGS_WITHDRAWN", "Mapping change withdrawn"),
            Map.entry("MAPPINGS_UNSEEN", "Mapping change saved without its impact"),
            Map.entry("PASSWORD_CHANGED", "Password changed"),
            Map.entry("USER_ROLES_SET", "Roles of a user changed"),
            Map.entry("ERASED", "Personal data erased"));

    /** Of whom or what the part after the dash in a subject is. */
    private static final Map<String, String> AREAS = Map.of(
            "exception", "Exception",
            "job", "Job",
            "user", "User",
            "mappings", "Mapping version",
            "parts", "Settings of");

    private Signs signs;

    @SuppressWarnings("NullAway.Init")
    AuditWords() {}

    @Inject
    public AuditWords(Signs signs) {
        this.signs = signs;
    }

    /** A deed that is new and has no words yet is told by its code, as well as that reads. */
    public String action(String code) {
        return Optional.ofNullable(ACTIONS.get(code))
                .or(() -> state(code)
                        .map(state -> "Posting: " + signs.posting(state).word().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> signs.code(code));
    }

    private static Optional<PostingState> state(String code) {
        return Arrays.stream(PostingState.values())
                .filter(state -> state.name().equals(code))
                .findFirst();
    }

    /** Whether an action has words of its own. */
    boolean knows(String code) {
        return ACTIONS.containsKey(code) || state(code).isPresent();
    }

    /** All actions there are words for, by their words, to choose from. */
    public Map<String, String> actions() {
        Map<String, String> byWords = new TreeMap<>();
        ACTIONS.forEach((code, words) -> byWords.put(words, code));
        Arrays.stream(PostingState.values()).forEach(state -> byWords.put(action(state.name()), state.name()));
        return byWords;
    }

    /** What a row is about: {@code Order 10234 (company 33)}, {@code Exception 12}, {@code Job reconcile}. */
    public String subject(String subject) {
        Optional<Posted> posted = Posted.of(subject);
        if (posted.isPresent()) {
            Posted of = posted.get();
            return signs.document(of.kind()) + " " + of.number() + " (company " + of.company() + ")";
        }
        Optional<String> order = OrderName.number(subject).filter(AuditWords::isNumber);
        if (order.isPresent()) {
            return "Order " + order.get();
        }
        String[] parts = subject.split("/", 2);
        return parts.length == 2 && AREAS.containsKey(parts[0]) ? AREAS.get(parts[0]) + " " + parts[1] : subject;
    }

    /** The page of what a row is about; empty where there is none. */
    public static String link(String action, String subject) {
        Optional<Posted> posted = Posted.of(subject);
        if (posted.isPresent()) {
            Posted of = posted.get();
            return Signs.isOfSettlement(of.number()) ? "" : "order.xhtml?number=" + encode(of.number());
        }
        Optional<String> order = OrderName.number(subject).filter(AuditWords::isNumber);
        if (order.isPresent()) {
            return "order.xhtml?number=" + encode(order.get());
        }
        String[] parts = subject.split("/", 2);
        String rest = parts.length == 2 ? encode(parts[1]) : "";
        return switch (action) {
            case "STOCK_RELEASED" -> "stock.xhtml?warehouse=" + encode(subject);
            case "CATALOGUE_OVERWRITTEN", "CATALOGUE_CREATED" -> "catalogue.xhtml?q=" + rest;
            default -> page(parts[0], rest);
        };
    }

    private static String page(String area, String rest) {
        return switch (area) {
            case "exception" -> "exceptions.xhtml?state=ALL&id=" + rest;
            case "job" -> "jobs.xhtml?job=" + rest;
            case "mappings" -> "mappings.xhtml?version=" + rest;
            case "user" -> "audit.xhtml?person=" + rest;
            default -> "";
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d+");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** {@code 33/ORDER/10234}: a posting, by its company, kind and source. */
    private record Posted(String company, PostingKind kind, String number) {
        static Optional<Posted> of(String subject) {
            List<String> parts = List.of(subject.split("/", 3));
            return parts.size() < 3
                    ? Optional.empty()
                    : Arrays.stream(PostingKind.values())
                            .filter(kind -> kind.name().equals(parts.get(1)))
                            .findFirst()
                            .map(kind -> new Posted(parts.get(0), kind, parts.get(2)));
        }
    }
}
