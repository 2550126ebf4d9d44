package centrasage.simulator.sage200.data;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.fields.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The financial years of a company, by calendar month, and which months are closed for which ledger. */
public final class Periods {
    private static final String VIEWS = "financial_year_period_views";
    private static final String CLOSED = "_closed_periods";
    private static final int YEARS_AROUND = 2;
    private static final int MONTHS = 12;

    private final Company company;

    public Periods(Company company) {
        this.company = company;
    }

    /** Opens the years around today. */
    void open() {
        int current = LocalDate.now(company.clock()).getYear();
        for (int year = current - YEARS_AROUND; year <= current + YEARS_AROUND; year++) {
            long yearId = company.newId();
            for (int month = 1; month <= MONTHS; month++) {
                addPeriod(yearId, YearMonth.of(year, month), year - current);
            }
        }
    }

    private void addPeriod(long yearId, YearMonth month, int relativeYear) {
        long id = company.newId();
        ObjectNode row = Json.object()
                .put("financial_year_id", yearId)
                .put("financial_year_start_date", Moments.documentDate(LocalDate.of(month.getYear(), 1, 1)))
                .put("financial_year_end_date", Moments.documentDate(LocalDate.of(month.getYear(), MONTHS, 31)))
                .put("year_relative_to_current_year", relativeYear)
                .put("number_of_periods_in_year", MONTHS)
                .put("accounting_period_id", id)
                .put("period_number", month.getMonthValue())
                .put("period_start_date", Moments.documentDate(month.atDay(1)))
                .put("period_end_date", Moments.documentDate(month.atEndOfMonth()));
        company.table(VIEWS).put(id, row);
    }

    public void close(LocalDate date, String ledger) {
        company.insert(
                CLOSED,
                Json.object().put("month", YearMonth.from(date).toString()).put("ledger", ledger));
    }

    public void reopen(LocalDate date, String ledger) {
        Table table = company.table(CLOSED);
        table.rows()
                .filter(row -> is(row, date, ledger))
                .map(row -> row.path("id").asLong())
                .toList()
                .forEach(table::remove);
    }

    public boolean isClosed(LocalDate date, String ledger) {
        return company.table(CLOSED).rows().anyMatch(row -> is(row, date, ledger));
    }

    private static boolean is(ObjectNode row, LocalDate date, String ledger) {
        return row.path("month").asText().equals(YearMonth.from(date).toString())
                && row.path("ledger").asText().equals(ledger);
    }

    /** Normal, Acceptable or Unacceptable, with Sage's words when it is not normal. */
    public ObjectNode classify(LocalDate date, String ledger) {
        ObjectNode rules = (ObjectNode) company.settings("system_settings").path("transaction_date_validation");
        ObjectNode period = periodOf(date);
        if (period == null) {
            return answer("Unacceptable", "The date is not within any financial year.");
        }
        if (isClosed(date, ledger)) {
            return answer(rules.path("closed_period_classification").asText(), "The period is closed.");
        }
        int year = period.path("year_relative_to_current_year").asInt();
        return switch (Integer.signum(year)) {
            case -1 ->
                answer(
                        rules.path("previous_year_classification").asText(),
                        "The date is in a previous financial year.");
            case 1 ->
                answer(rules.path("future_year_classification").asText(), "The date is in a future financial year.");
            default -> answer("Normal", "");
        };
    }

    private @Nullable ObjectNode periodOf(LocalDate date) {
        return company.table(VIEWS)
                .rows()
                .filter(row -> !Moments.day(row.path("period_start_date").asText())
                                .isAfter(date)
                        && !Moments.day(row.path("period_end_date").asText()).isBefore(date))
                .findFirst()
                .orElse(null);
    }

    private static ObjectNode answer(String classification, String message) {
        return Json.object()
                .put("classification", classification)
                .put("message", classification.equals("Normal") ? "" : message);
    }
}
