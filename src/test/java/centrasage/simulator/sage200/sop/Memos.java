package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Notes on an order. */
final class Memos {
    private final Company company;

    Memos(Company company) {
        this.company = company;
    }

    ObjectNode enter(ObjectNode sent) {
        ObjectNode memo = sent.deepCopy();
        memo.remove("is_to_delete");
        memo.put("id", company.newId());
        if (!memo.has("is_active")) {
            memo.put("is_active", true);
        }
        memo.set("created_by", company.settings("current_user").path("logon_name"));
        memo.put("date_time_created", company.now());
        return memo.put("date_time_updated", company.now());
    }
}
