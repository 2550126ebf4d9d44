package centrasage.sage200;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a consultant looks at in a Sage company before it goes live, as the company has it now. What could not be read says why,
 * so that nobody takes it for fine.
 */
public record SiteSurvey(String company, Map<Register, Looked> registers) {
    public SiteSurvey {
        registers = Map.copyOf(registers);
    }

    public Looked of(Register register) {
        return registers.getOrDefault(register, new Unread(0, register.resource() + " was not asked for"));
    }

    /** The rows of a register; none where it could not be read. */
    public List<Facts> rows(Register register) {
        return of(register).match(Seen::rows, unread -> List.of());
    }

    /** What is read, and which of its fields; personal data is not among them. */
    public enum Register {
        SOP_SETTINGS("sop_settings", ""),
        PERMISSIONS("current_user_sop_user_permissions", ""),
        SYSTEM_SETTINGS("system_settings", ""),
        ANALYSIS("analysis_code_mappings", "id,class_name,friendly_property_name,is_mandatory,is_read_only,slot"),
        BANKS("banks", "id,code,account_currency_id,account_status_type"),
        PAYMENT_METHODS("sop_payment_methods", "id,name,bank_account_id,card_processing_method"),
        CUSTOMERS(
                "customers", "id,reference,on_hold,credit_limit,balance,use_consolidated_billing,account_status_type"),
        SUPPLIERS("supplier_views", "id,reference,currency_iso_code"),
        WAREHOUSES("warehouses", "id,name,use_for_sales_trading"),
        PRODUCT_GROUPS("product_groups", "id,code"),
        NOMINALS("nominal_codes", "id,reference,cost_centre_code,department_code"),
        CURRENCIES("currencies", ""),
        /** Those alone whose number begins with ##: what a save that crashed leaves behind. */
        CRASHED_ORDERS("sop_orders", "id,document_no,customer_document_no,date_time_created"),
        /** Came with 2025 R1: that it is there tells the version, which Sage does not tell otherwise. */
        RETURNS("sop_returns", "id");

        private final String resource;
        private final String fields;

        Register(String resource, String fields) {
            this.resource = resource;
            this.fields = fields;
        }

        public String resource() {
            return resource;
        }

        /** Empty for all of them. */
        public String fields() {
            return fields;
        }
    }

    /** What came of looking. */
    public sealed interface Looked {
        <R> R match(Function<Seen, R> seen, Function<Unread, R> unread);
    }

    public record Seen(List<Facts> rows) implements Looked {
        public Seen {
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R match(Function<Seen, R> seen, Function<Unread, R> unread) {
            return seen.apply(this);
        }
    }

    /** @param status Sage's answer, such as 403 or 404 */
    public record Unread(int status, String why) implements Looked {
        @Override
        public <R> R match(Function<Seen, R> seen, Function<Unread, R> unread) {
            return unread.apply(this);
        }
    }

    /** The fields of one row by their names in Sage, as texts; a field that Sage did not send is not there. */
    public record Facts(Map<String, String> values) {
        public Facts {
            values = Map.copyOf(values);
        }

        /** Empty where Sage did not say, or said nothing. */
        public String text(String field) {
            return values.getOrDefault(field, "");
        }

        /** Empty where Sage did not say. */
        public Optional<Boolean> flag(String field) {
            String text = text(field);
            return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
        }

        /** Empty where Sage did not say. */
        public Optional<BigDecimal> amount(String field) {
            String text = text(field);
            return text.matches("-?\\d{1,18}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
        }
    }
}
