package centrasage.console.mappings.impact;

import centrasage.flow.Command;
import centrasage.flow.Plan;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.ledger.MoneyEntry;
import centrasage.sage200.ledger.MoneyEntryJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan by the parts that mappings decide, each with a name for people; nothing of a person is among them. */
final class Parts {
    static final String HELD = "Held because";
    private static final String SKIPPED = "Not for Sage because";

    private Parts() {}

    /** What would be posted; null where nothing would. */
    static @Nullable Command command(Plan plan) {
        return plan.match(Plan.Post::command, Plan.Skip::coded, hold -> null);
    }

    static boolean isHeld(Plan plan) {
        return plan.match(post -> false, skip -> false, hold -> true);
    }

    /** What differs, in the order of the document. */
    static List<Impact.Field> differences(Plan before, Plan after) {
        Map<String, String> old = of(before);
        Map<String, String> now = of(after);
        Map<String, String> all = new LinkedHashMap<>(now);
        old.forEach(all::putIfAbsent);
        List<Impact.Field> fields = new ArrayList<>();
        boolean isOneSided = command(before) == null || command(after) == null;
        all.keySet().stream()
                .filter(name -> !Objects.equals(old.get(name), now.get(name)))
                .filter(name -> !isOneSided || isTelling(name))
                .forEach(name ->
                        fields.add(new Impact.Field(name, old.getOrDefault(name, ""), now.getOrDefault(name, ""))));
        return fields;
    }

    /** Of a document that would be new, or gone, every line would differ: what says why, and where it goes, is enough. */
    private static boolean isTelling(String name) {
        return name.equals(HELD) || name.equals(SKIPPED) || !name.startsWith("Line ");
    }

    private static Map<String, String> of(Plan plan) {
        Command command = command(plan);
        if (command == null) {
            return plan.match(
                    post -> Map.of(),
                    skip -> Map.of(SKIPPED, skip.reason().what()),
                    hold -> Map.of(
                            HELD, hold.reasons().stream().map(Reason::what).collect(Collectors.joining("; "))));
        }
        return command.key().kind() == PostingKind.ORDER
                ? of(SalesOrderJson.read(command.document()))
                : of(MoneyEntryJson.read(command.document()));
    }

    private static Map<String, String> of(NewSalesOrder order) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("Company", order.company());
        parts.put("Customer account", order.customer());
        parts.put("Total", order.total().toString());
        parts.put("VAT", order.vat().toString());
        new TreeMap<>(order.fields()).forEach((name, value) -> put(parts, words(name), value));
        for (int i = 0; i < order.lines().size(); i++) {
            line(parts, "Line " + (i + 1) + ": ", order.lines().get(i));
        }
        return parts;
    }

    private static void line(Map<String, String> parts, String prefix, NewSalesOrder.Line line) {
        put(parts, prefix + "code", line.code());
        put(parts, prefix + "warehouse", line.warehouse());
        put(parts, prefix + "price", line.unitPrice().stripTrailingZeros().toPlainString());
        put(parts, prefix + "VAT code", line.taxCode() == null ? null : Integer.toString(line.taxCode()));
        put(parts, prefix + "nominal", line.nominal());
        new TreeMap<>(line.fields()).forEach((name, value) -> put(parts, prefix + words(name), value));
    }

    private static Map<String, String> of(MoneyEntry money) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("Company", money.company());
        parts.put("Customer account", money.customer());
        parts.put("Bank", money.bank());
        parts.put("Amount", money.value().toString());
        return parts;
    }

    private static String words(String field) {
        return field.replace('_', ' ');
    }

    private static void put(Map<String, String> parts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parts.put(name, value);
        }
    }
}
