package centrasage.console.api.settlements;

import centrasage.console.api.problem.Body;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.sage200.ledger.NominalAccount;
import centrasage.settlements.journal.Proposal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a journal from the body of a request; all that cannot be read is refused together. */
final class JournalForm {
    private static final int WORDS_MAX = 200;
    private static final int COMPANY_MAX = 10;
    private static final int CODE_MAX = 8;
    private static final int PART_MAX = 3;
    private static final Set<String> MEMBERS = Set.of("company", "date", "about", "narrative", "lines");
    private static final Set<String> LINE_MEMBERS =
            Set.of("nominal", "costCentre", "department", "debit", "credit", "narrative");

    private final List<Problem> faults = new ArrayList<>();

    private JournalForm() {}

    /** @param company where the body names none */
    static Proposal read(Body body, String company) {
        JournalForm form = new JournalForm();
        form.tried(() -> known(body, MEMBERS));
        String named = form.tried(() -> body.optionalText("company", COMPANY_MAX));
        LocalDate date = form.tried(() -> body.day("date"));
        String about = form.tried(() -> body.member("about", WORDS_MAX));
        String narrative = form.tried(() -> body.member("narrative", WORDS_MAX));
        List<Body> lines = Objects.requireNonNullElse(form.tried(() -> body.objects("lines")), List.of());
        List<Proposal.Line> read = lines.stream().map(form::line).toList();
        if (!form.faults.isEmpty() || named == null || date == null || about == null || narrative == null) {
            throw refusal(form.faults);
        }
        return new Proposal(named.isEmpty() ? company : named, date, about, narrative, read);
    }

    private Proposal.Line line(Body line) {
        tried(() -> known(line, LINE_MEMBERS));
        String nominal = tried(() -> line.member("nominal", CODE_MAX));
        String centre = tried(() -> line.optionalText("costCentre", PART_MAX));
        String department = tried(() -> line.optionalText("department", PART_MAX));
        BigDecimal debit = line.has("debit") ? tried(() -> line.amount("debit")) : null;
        BigDecimal credit = line.has("credit") ? tried(() -> line.amount("credit")) : null;
        String narrative = tried(() -> line.optionalText("narrative", WORDS_MAX));
        return new Proposal.Line(
                new NominalAccount(orEmpty(nominal), orEmpty(centre), orEmpty(department)),
                debit,
                credit,
                orEmpty(narrative));
    }

    private static boolean known(Body body, Set<String> members) {
        body.onlyKnown(members);
        return true;
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private <T> @Nullable T tried(Supplier<T> read) {
        try {
            return read.get();
        } catch (Refusal e) {
            faults.add(e.problem());
            return null;
        }
    }

    /** As what cannot be read is refused. */
    static Refusal refused(List<Proposal.Fault> faults) {
        return refusal(faults.stream()
                .map(fault -> Problem.with(fault.field(), fault.value(), fault.what(), fault.remedy()))
                .toList());
    }

    private static Refusal refusal(List<Problem> faults) {
        Problem first = faults.get(0);
        return new Refusal(Problem.with(
                "The journal has " + (faults.size() == 1 ? "1 fault" : faults.size() + " faults")
                        + "; nothing was written down: " + first.detail(),
                orEmpty(first.remedy()),
                faults.stream().map(JournalForm::members).toList()));
    }

    private static Map<String, String> members(Problem fault) {
        return Map.of(
                "field", orEmpty(fault.field()),
                "value", orEmpty(fault.value()),
                "what", fault.detail(),
                "remedy", orEmpty(fault.remedy()));
    }
}
