package centrasage.console.api.json;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The personal data of an order is gone.
 *
 * @param now whether it was this request that erased it, as opposed to an earlier one
 */
@Schema(name = "Erased")
public record ErasedJson(String order, boolean erased, boolean now) {}
