package centrasage.simulator.sage200.posting;

import com.fasterxml.jackson.databind.JsonNode;

/** The three parts that name a nominal account. */
public record Account(String code, String costCentre, String department) {

    /** The account in the fields {@code code}, {@code cost_centre} and {@code department}, each after a prefix. */
    public static Account of(JsonNode body, String prefix) {
        return under(body, prefix, "code");
    }

    /** The account that a customer or a bank has for a purpose, where the code is called a reference. */
    public static Account ofRecord(JsonNode row, String prefix) {
        return under(row, prefix, "reference");
    }

    private static Account under(JsonNode row, String prefix, String code) {
        return new Account(
                row.path(prefix + code).asText(""),
                row.path(prefix + "cost_centre").asText(""),
                row.path(prefix + "department").asText(""));
    }

    @Override
    public String toString() {
        return code + "/" + costCentre + "/" + department;
    }
}
