package centrasage.reconcile.finding;

import static centrasage.reconcile.finding.Grade.BLOCKER;
import static centrasage.reconcile.finding.Grade.FINE;
import static centrasage.reconcile.finding.Grade.NOTE;
import static centrasage.reconcile.finding.Grade.UNREAD;
import static centrasage.reconcile.finding.Grade.WARNING;

/**
 * The kinds of findings, by a stable name to group by. Of each kind there is at most one exception at the desk. Those of the mappings
 * come first.
 */
public enum CheckCode {
    NO_ACCOUNT_IN_SAGE(BLOCKER),
    ACCOUNT_ON_HOLD(BLOCKER),
    ACCOUNT_CURRENCY(BLOCKER),
    ACCOUNT_FOR_ANY_CURRENCY(WARNING),
    NO_TAX_CODE_IN_SAGE(BLOCKER),
    VAT_RATE_DIFFERS(BLOCKER),
    NO_COUNTRY_IN_SAGE(BLOCKER),
    UNKNOWN_SKU(BLOCKER),
    INACTIVE_SKU(BLOCKER),
    SKU_MAPPED_TO_ITSELF(NOTE),
    NO_WAREHOUSE_IN_SAGE(BLOCKER),
    NO_PRODUCT_GROUP_IN_SAGE(WARNING),
    BUFFER_OF_NO_PRODUCT(WARNING),
    NO_CHARGE_IN_SAGE(BLOCKER),
    ROUNDING_TAX_CODE(BLOCKER),
    ROUNDING_NOMINAL(WARNING),
    GOODWILL_TAX_CODE(WARNING),
    NOMINAL_WITHOUT_TAX_CODE(WARNING),
    NO_NOMINAL_IN_SAGE(BLOCKER),
    NO_BANK_IN_SAGE(WARNING),
    BANK_CURRENCY(WARNING),
    NO_SUPPLIER_IN_SAGE(WARNING),
    SUPPLIER_CURRENCY(WARNING),
    NO_PAYMENT_METHOD_IN_SAGE(WARNING),
    MAPPING_INCOMPLETE(BLOCKER),
    COUNTRY_WITHOUT_VAT(BLOCKER),
    NOT_MAPPED(BLOCKER),
    MAPPING_AMBIGUOUS(BLOCKER),
    DATE_GAP(BLOCKER),
    NEVER_CHOSEN(WARNING),
    EXPIRED(NOTE),
    SEED_FOLDER(WARNING),
    MAPPINGS_UNREAD(UNREAD),

    ORDER_NUMBERS(BLOCKER),
    NOMINALS_NOT_AMENDABLE(BLOCKER),
    ANALYSIS_NOT_AMENDABLE(BLOCKER),
    NO_ALLOCATION_ON_ENTRY(WARNING),
    STOCK_MOVES_ON_INVOICE(WARNING),
    INVOICES_WAIT(WARNING),
    PRICE_CONVENTION(FINE),
    MAY_NOT_OVERRIDE_PRICES(BLOCKER),
    MAY_NOT_OVERRIDE_CREDIT(WARNING),
    NOMINAL_UPDATED_LATER(WARNING),
    CLOSED_PERIODS_TAKEN(WARNING),
    ANALYSIS_MANDATORY(BLOCKER),
    ANALYSIS_READ_ONLY(BLOCKER),
    ANALYSIS_NOT_SET_UP(WARNING),
    NO_BANKS(WARNING),
    BANK_NOT_ACTIVE(WARNING),
    CARD_PAYMENT_METHOD(WARNING),
    WEB_ACCOUNT_ON_HOLD(BLOCKER),
    CONSOLIDATED_BILLING(WARNING),
    CREDIT_LIMIT_REACHED(BLOCKER),
    CREDIT_LIMIT(WARNING),
    ACCOUNT_NOT_ACTIVE(WARNING),
    NOT_FOR_SALES(WARNING),
    CRASHED_SAVE(BLOCKER),
    SAGE_VERSION(FINE),
    SALES_RETURNS_MISSING(BLOCKER),
    SITE_UNREAD(UNREAD);

    private final Grade grade;

    CheckCode(Grade grade) {
        this.grade = grade;
    }

    /** How bad it is where it is found. */
    public Grade grade() {
        return grade;
    }

    /** Whether people at the desk must hear of it. */
    public boolean isTold() {
        return grade == BLOCKER || grade == UNREAD;
    }

    /** Whether it belongs to the mappings rather than to the site. */
    public boolean isOfMappings() {
        return ordinal() <= MAPPINGS_UNREAD.ordinal();
    }
}
