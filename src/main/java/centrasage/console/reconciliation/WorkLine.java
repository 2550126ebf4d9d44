package centrasage.console.reconciliation;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of what is open between the two systems; whatever a list does not have is null.
 *
 * @param number Centra's, of an order or of what follows from one
 * @param document what it is about in Sage 200
 * @param value of the whole document
 * @param open what of it stands open
 * @param since the day from which on it waits
 * @param note what is to be known about it
 */
record WorkLine(
        String company,
        String number,
        @Nullable String sageOrder,
        @Nullable String document,
        @Nullable Money value,
        @Nullable Money open,
        @Nullable BigDecimal units,
        @Nullable LocalDate since,
        @Nullable LocalDate other,
        String note) {

    static WorkLine of(String company, String number) {
        return new WorkLine(company, number, null, null, null, null, null, null, null, "");
    }

    WorkLine inSage(String order, String documents) {
        return new WorkLine(company, number, order, documents, value, open, units, since, other, note);
    }

    WorkLine worth(@Nullable Money whole, @Nullable Money part) {
        return new WorkLine(company, number, sageOrder, document, whole, part, units, since, other, note);
    }

    WorkLine of(int quantity) {
        return new WorkLine(
                company, number, sageOrder, document, value, open, BigDecimal.valueOf(quantity), since, other, note);
    }

    WorkLine from(LocalDate day, @Nullable LocalDate otherDay) {
        return new WorkLine(company, number, sageOrder, document, value, open, units, day, otherDay, note);
    }

    WorkLine noted(String words) {
        return new WorkLine(company, number, sageOrder, document, value, open, units, since, other, words);
    }
}
