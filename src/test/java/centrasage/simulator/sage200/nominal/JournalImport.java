package centrasage.simulator.sage200.nominal;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Periods;
import centrasage.simulator.sage200.fields.Moments;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.posting.Account;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Postings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Posts a file of nominal transactions: it must balance, and what has no account ends in suspense. */
final class JournalImport {
    static final String TABLE = "nominal_transaction_enquiry_views";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final Account SUSPENSE = new Account("9998", "", "");

    private final Company company;

    JournalImport(Company company) {
        this.company = company;
    }

    /** @return the urn of all its lines */
    long take(String file) {
        List<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
        Refused.unless(!lines.isEmpty(), "The file has no transactions.");
        BigDecimal debits = sum(lines, "DebitValue");
        Amounts.mustBe(debits, sum(lines, "CreditValue"), "The credits of the file");
        lines.forEach(this::mustBeOpen);
        long urn = new Postings(company).nextUrn();
        lines.forEach(line -> post(line, urn));
        return urn;
    }

    private static BigDecimal sum(List<NamedCsvRecord> lines, String column) {
        return lines.stream().map(line -> new BigDecimal(line.getField(column))).reduce(Amounts.ZERO, BigDecimal::add);
    }

    private static LocalDate day(NamedCsvRecord line) {
        return LocalDate.parse(line.getField("TransactionDate"), DAY);
    }

    private void mustBeOpen(NamedCsvRecord line) {
        ObjectNode judged = new Periods(company).classify(day(line), "LedgerNominal");
        Refused.unless(
                !judged.path("classification").asText().equals("Unacceptable"),
                judged.path("message").asText());
    }

    private void post(NamedCsvRecord line, long urn) {
        ObjectNode row = Json.object()
                .put("nominal_code_id", account(line).path("id").asLong())
                .put("transaction_date", Moments.documentDate(day(line)))
                .put("period_number", day(line).getMonthValue())
                .put("reference", line.getField("Reference"))
                .put("narrative", line.getField("Narrative"))
                .put("debit", new BigDecimal(line.getField("DebitValue")))
                .put("credit", new BigDecimal(line.getField("CreditValue")))
                .put("user_name", "J. Smith")
                .put("source", "LedgerNominal")
                .put("urn", urn);
        company.insert(TABLE, row);
    }

    private ObjectNode account(NamedCsvRecord line) {
        Account wanted =
                new Account(line.getField("AccountNumber"), line.getField("CostCentre"), line.getField("Department"));
        ObjectNode found = find(wanted);
        return found.isEmpty() ? find(SUSPENSE) : found;
    }

    private ObjectNode find(Account wanted) {
        return company.table("nominal_codes")
                .rows()
                .filter(row -> row.path("reference").asText().equalsIgnoreCase(wanted.code())
                        && row.path("cost_centre_code").asText().equalsIgnoreCase(wanted.costCentre())
                        && row.path("department_code").asText().equalsIgnoreCase(wanted.department()))
                .findFirst()
                .orElseGet(Json::object);
    }
}
