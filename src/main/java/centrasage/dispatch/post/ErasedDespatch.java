package centrasage.dispatch.post;

import centrasage.flow.Finding;
import centrasage.flow.Sought;
import centrasage.sage200.Despatch;
import centrasage.sage200.client.SageDespatches.There;
import java.util.List;

/** Of a shipment whose person was erased only its number is known, and that decides. */
final class ErasedDespatch {
    private ErasedDespatch() {}

    static Finding judge(Sought sought, There there) {
        List<Despatch> ours = there.despatches().stream()
                .filter(each -> each.isOf(sought.key().sourceKey()))
                .toList();
        return ours.isEmpty()
                ? new Finding.Absent()
                : new Finding.Found(ours.get(0).document(sought.command().amount()));
    }
}
