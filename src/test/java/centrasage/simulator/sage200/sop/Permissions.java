package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.fields.Refused;

/** What the Sage user behind the API may do, and what the company's SOP settings allow. */
final class Permissions {
    private final Company company;

    Permissions(Company company) {
        this.company = company;
    }

    boolean has(String permission) {
        return company.settings("current_user_sop_user_permissions")
                .path(permission)
                .asBoolean();
    }

    /** A missing right is answered by 401 without a body. */
    void mustHave(String permission) {
        if (!has(permission)) {
            throw Refused.silently();
        }
    }

    boolean allows(String setting) {
        return company.settings("sop_settings").path(setting).asBoolean();
    }

    void mustAllow(String setting, String field) {
        Refused.unless(allows(setting), "'" + field + "' cannot be set: the SOP setting " + setting + " is off.");
    }
}
