package centrasage.catalogue.value;

import centrasage.catalogue.compare.Field;
import java.time.Instant;

/**
 * One field of one object, for people. Values are texts; an empty one is none.
 *
 * @param object Centra's id, of a SKU that Centra does not have Sage's
 * @param pricelist Centra's id of it; 0 where it is no price
 * @param agreed what both sides last held
 * @param changedAt when it was last compared and was otherwise than before
 */
public record Value(
        long id,
        String company,
        Field field,
        long object,
        long pricelist,
        String label,
        String sage,
        String centra,
        String agreed,
        ValueState state,
        String note,
        Instant changedAt) {}
