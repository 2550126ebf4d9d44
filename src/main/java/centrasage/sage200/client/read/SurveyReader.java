package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.SiteSurvey;
import centrasage.sage200.SiteSurvey.Facts;
import centrasage.sage200.SiteSurvey.Looked;
import centrasage.sage200.SiteSurvey.Register;
import centrasage.sage200.SiteSurvey.Seen;
import centrasage.sage200.SiteSurvey.Unread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at how a Sage company is set up. */
@ApplicationScoped
public class SurveyReader {
    private static final int UNAUTHORIZED = 401;

    private SageReads reads;

    @SuppressWarnings("NullAway.Init")
    SurveyReader() {}

    @Inject
    public SurveyReader(SageReads reads) {
        this.reads = reads;
    }

    /**
     * The survey of a company, each register by itself.
     *
     * @throws TargetUnavailable when Sage does not answer, or takes no sign-in of ours: then nothing is known
     */
    public SiteSurvey read(String company) throws TargetUnavailable {
        Map<Register, Looked> registers = new EnumMap<>(Register.class);
        for (Register register : Register.values()) {
            if (register != Register.SOP_SETTINGS) {
                registers.put(register, look(company, register));
            }
        }
        // last, because everybody needs it: what else is refused must not be taken for an outage
        registers.put(Register.SOP_SETTINGS, look(company, Register.SOP_SETTINGS));
        return new SiteSurvey(company, registers);
    }

    private Looked look(String company, Register register) throws TargetUnavailable {
        try {
            return new Seen(
                    rows(company, register).stream().map(SurveyReader::facts).toList());
        } catch (Unanswered e) {
            throw e.unavailable();
        } catch (ReadFailed e) {
            if (e.status() == 0 || e.status() == UNAUTHORIZED && register == Register.SOP_SETTINGS) {
                throw e.unavailable();
            }
            return new Unread(e.status(), e.why());
        }
    }

    private List<JsonObject> rows(String company, Register register) throws ReadFailed {
        Query query = register.fields().isEmpty() ? Query.all() : Query.select(register.fields());
        return switch (register) {
            case CURRENCIES -> Pages.all(reads, company, register.resource(), query.expand("currency_iso_code"));
            case CRASHED_ORDERS ->
                Pages.all(reads, company, register.resource(), query.where("startswith(document_no,'##')"));
            case RETURNS -> Pages.rows(register.resource(), reads.list(company, register.resource(), query.page(1, 0)));
            default -> Pages.all(reads, company, register.resource(), query);
        };
    }

    /** Texts, numbers and flags; the ISO code of a currency stands for the row that holds it. */
    private static Facts facts(JsonObject row) {
        Map<String, String> values = new HashMap<>();
        row.forEach((name, value) -> {
            String text = text(value);
            if (!text.isEmpty()) {
                values.put(name, text);
            }
        });
        return new Facts(values);
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString().strip();
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue().toPlainString();
        }
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE ? "true" : "false";
        }
        return value instanceof JsonObject object && object.get("code") instanceof JsonString code
                ? code.getString().strip()
                : "";
    }
}
