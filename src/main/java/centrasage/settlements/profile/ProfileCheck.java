package centrasage.settlements.profile;

import centrasage.settlements.file.LineKind;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Whether the parts of a profile fit together. */
final class ProfileCheck {
    private final Profile profile;
    private final ProfileText text;

    ProfileCheck(Profile profile, ProfileText text) {
        this.profile = profile;
        this.text = text;
    }

    void check() {
        for (Field field : List.of(Field.ACCOUNT, Field.BATCH, Field.CURRENCY)) {
            checkPlace(field);
        }
        checkCurrency();
        need(Field.TYPE, "Name the column that says what a line is");
        checkAmounts();
        checkTypes();
        checkControl();
    }

    private boolean has(Field field) {
        return profile.columns().containsKey(field);
    }

    private void need(Field field, String remedy) {
        if (!has(field)) {
            text.fault(text.entry(field.columnKey()), "is missing", remedy);
        }
    }

    private void refuse(Field field, String why) {
        if (has(field)) {
            text.fault(text.entry(field.columnKey()), why, "Remove it, or what it contradicts");
        }
    }

    private void checkPlace(Field field) {
        boolean isConstant = profile.constants().containsKey(field);
        boolean isOfName = field == Field.BATCH && profile.layout().saysBatch();
        if (isConstant && has(field)) {
            refuse(field, "is a column, and " + field.key() + " is a constant too");
        } else if (!isConstant && !isOfName) {
            need(field, "Name its column, or write " + field.key() + " = ... if it is always the same");
        }
    }

    private void checkCurrency() {
        ProfileText.Entry entry = text.entry(Field.CURRENCY.key());
        boolean isKnown = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency ->
                        currency.getCurrencyCode().equals(entry.value().toUpperCase(Locale.ROOT)));
        if (entry.isThere() && !entry.isUnknown() && !isKnown) {
            text.fault(entry, "is no currency", "Write its ISO code: GBP");
        }
    }

    private void checkAmounts() {
        if (profile.layout().sign() == Sign.DEBIT_CREDIT) {
            need(Field.DEBIT, "With sign = debit-credit it is needed");
            need(Field.CREDIT, "With sign = debit-credit it is needed");
            refuse(Field.NET, "says the net, and debit and credit do too");
        } else {
            refuse(Field.DEBIT, "is for sign = debit-credit only");
            refuse(Field.CREDIT, "is for sign = debit-credit only");
            if (!has(Field.GROSS)) {
                need(Field.NET, "Name the column of the net, or of the gross, or of both");
            }
        }
        if (has(Field.GROSS_CURRENCY)) {
            need(Field.GROSS, "With column.gross-currency it is needed");
            need(Field.RATE, "With column.gross-currency it is needed");
        }
        if (text.has("fees") && profile.fees().isEmpty()) {
            text.fault(text.entry("fees"), "there are no fees", "Name their columns: fee.COLUMN = commission");
        }
    }

    private void checkTypes() {
        if (profile.types().isEmpty()) {
            text.fault(text.entry("type."), "no type of line is known", "Write type.WORD = sale, and so on");
        }
        for (ProfileText.Entry entry : text.entries("type.")) {
            boolean isEither =
                    entry.value().split("\\s+").length == 1 || entry.value().endsWith("turned");
            if (profile.layout().sign() == Sign.BY_TYPE && isEither && !entry.isUnknown()) {
                text.fault(entry, "says no sign, and with sign = by-type nothing else does", "Write + or - behind it");
            }
        }
    }

    private void checkControl() {
        boolean paysOut = profile.types().values().stream().anyMatch(type -> type.kind() == LineKind.PAYOUT);
        if (profile.control() == Control.PAYOUT && !paysOut) {
            text.fault(
                    text.entry("control"),
                    "no type of line is a payout",
                    "Write type.WORD = payout, or another control");
        }
    }
}
