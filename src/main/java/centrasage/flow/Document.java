package centrasage.flow;

import centrasage.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as the other side holds it.
 *
 * @param id the other side's id
 * @param number what its users see, such as {@code 0000000231}
 * @param total the gross total that the other side computed
 * @param vat the VAT in it that the other side computed; null where it does not say
 * @param createdAt when the other side made it; null where it does not say
 * @param remark what a person may change where its totals are not those that were meant; null where nothing is known
 * @param correction the posting that makes its total the one that was meant; null where it is, or where a person must
 * @param amended what the posting that was amended is from now on; null where this is no amendment
 */
public record Document(
        String id,
        String number,
        Money total,
        @Nullable Money vat,
        @Nullable Instant createdAt,
        @Nullable String remark,
        @Nullable Command correction,
        @Nullable Amended amended) {

    /** With nothing to remark. */
    public Document(String id, String number, Money total, @Nullable Money vat, @Nullable Instant createdAt) {
        this(id, number, total, vat, createdAt, null, null, null);
    }

    public Document remarking(@Nullable String other) {
        return new Document(id, number, total, vat, createdAt, other, correction, amended);
    }

    public Document correctedBy(@Nullable Command other) {
        return new Document(id, number, total, vat, createdAt, remark, other, amended);
    }

    public Document amending(Amended other) {
        return new Document(id, number, total, vat, createdAt, remark, correction, other);
    }
}
