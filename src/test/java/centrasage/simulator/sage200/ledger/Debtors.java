package centrasage.simulator.sage200.ledger;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.RecordLocks;
import centrasage.simulator.sage200.data.Site;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The customers that bodies name. */
final class Debtors {
    private final Site site;
    private final Company company;

    Debtors(Site site, Company company) {
        this.site = site;
        this.company = company;
    }

    /** The customer of a posting. Whether one whose record somebody has open can be posted to is a site's choice here. */
    ObjectNode forPosting(ObjectNode sent) {
        ObjectNode customer =
                company.named("customers", sent.path("customer_id").asLong(), "customer_id");
        RecordLocks.Lock lock =
                company.locks().on(RecordLocks.customer(customer.path("id").asLong()));
        if (lock != null && site.options().is("lockBlocksLedger")) {
            throw site.lockedBy(lock);
        }
        return customer;
    }

    static long currency(ObjectNode customer) {
        return customer.path("currency_id").asLong();
    }
}
