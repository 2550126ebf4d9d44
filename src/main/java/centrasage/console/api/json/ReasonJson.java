package centrasage.console.api.json;

import centrasage.flow.Reason;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is not posted, and what to do about it. */
@Schema(name = "Reason")
public record ReasonJson(String code, String owner, String what, String remedy) {
    static List<ReasonJson> of(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new ReasonJson(reason.code(), reason.owner().name(), reason.what(), reason.remedy()))
                .toList();
    }
}
