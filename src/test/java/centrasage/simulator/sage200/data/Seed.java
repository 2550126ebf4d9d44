package centrasage.simulator.sage200.data;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.fields.Catalogue;
import centrasage.simulator.sage200.fields.EnumNames;
import centrasage.simulator.sage200.fields.Field;
import centrasage.simulator.sage200.fields.ResourceLines;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/** Fills a company with the rows of {@code seed.txt}, codes turned into the company's own ids. */
final class Seed {
    private final Company company;
    private String table = "";
    private String[] columns = {};

    private Seed(Company company) {
        this.company = company;
    }

    static void fill(Company company) {
        Seed seed = new Seed(company);
        ResourceLines.of("seed.txt").forEach(seed::line);
        seed.enumLists();
        seed.dateRules();
        new Periods(company).open();
    }

    private void line(String line) {
        if (line.startsWith("[")) {
            int end = line.indexOf(']');
            table = line.substring(1, end);
            columns = cells(line.substring(end + 1));
            return;
        }
        company.insert(table, row(columns, cells(line)));
    }

    private static String[] cells(String line) {
        return line.strip().split("\\s*\\|\\s*", -1);
    }

    private ObjectNode row(String[] names, String[] cells) {
        ObjectNode row = Json.object();
        for (int i = 0; i < names.length; i++) {
            if (names[i].contains(">")) {
                reference(row, names[i], cells[i]);
            } else {
                value(row, table, names[i], cells[i]);
            }
        }
        return row;
    }

    /** {@code tax_codes.code>default_tax_code_id}: the id of the tax code with that code. */
    private void reference(ObjectNode row, String column, String code) {
        String[] words = column.split("[.>]", -1);
        row.put(words[2], company.coded(words[0], words[1], code).path("id").asLong());
    }

    /** Columns that start with an underscore are Sage's own business and never leave through its API. */
    static void value(ObjectNode row, String table, String column, String text) {
        Field field = Catalogue.has(table) ? Catalogue.entity(table).field(column) : null;
        if (field == null || field.isText() || field.isDate()) {
            row.put(column, text);
        } else if (field.isFlag()) {
            row.put(column, Boolean.parseBoolean(text));
        } else {
            row.put(column, new BigDecimal(text));
        }
    }

    private void enumLists() {
        Map.of(
                        "sop_document_status_types", "document_status",
                        "sop_order_payment_types", "order_payment_type",
                        "order_return_line_types", "line_type",
                        "sop_trade_line_status_types", "trade_line_status")
                .forEach(this::enumList);
    }

    private void enumList(String listTable, String list) {
        for (String name : EnumNames.of(list)) {
            long number = EnumNames.numberOf(list, name);
            ObjectNode row = Json.object().put("id", number).put("description", name);
            company.table(listTable).put(number, row.put("value", name));
        }
    }

    private void dateRules() {
        ObjectNode rules = Json.object().put("id", company.newId());
        rules.put("transaction_date_validation_type", "AccountingPeriods");
        rules.put("previous_year_classification", "Acceptable");
        rules.put("future_year_classification", "Acceptable");
        rules.put("closed_period_classification", "Unacceptable");
        rules.put("future_period_classification", "Acceptable");
        company.settings("system_settings").set("transaction_date_validation", rules);
    }
}
