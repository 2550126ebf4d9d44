package centrasage.simulator.sage200.cashbook;

import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.lookup.Lists;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import centrasage.simulator.sage200.posting.Postings;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The cash book over the API: payments, receipts and transfers under singular names, and the rows of the banks. */
public final class CashBookRoutes {
    private final Site site;
    private final Lists lists;

    public CashBookRoutes(Site site) {
        this.site = site;
        this.lists = new Lists(site);
    }

    public void addTo(Router router) {
        router.on("POST", "/bank_payment", request -> entry(EntryType.PAYMENT, request))
                .write(Postings::identity);
        router.on("POST", "/bank_receipt", request -> entry(EntryType.RECEIPT, request))
                .write(Postings::identity);
        router.on("POST", "/bank_transfer", this::transfer).write(Postings::identity);
        router.on("GET", "/bank_posted_transactions", request -> lists.table(CashBook.TABLE, request))
                .read();
        router.on("GET", "/banks/{id}/bank_posted_transactions", this::ofBank).read();
    }

    private Response entry(EntryType type, Request request) {
        Company company = site.companyOf(request);
        ObjectNode sent = request.jsonObject();
        return company.locked(() -> {
            Postings.mustBeWhole(site, request);
            return Response.json(Postings.answer(new BankEntry(site, company).post(type, sent)));
        });
    }

    /** Answered with what was sent: a transfer has no urn. */
    private Response transfer(Request request) {
        Company company = site.companyOf(request);
        ObjectNode sent = request.jsonObject();
        return company.locked(() -> {
            new BankTransfer(site, company).post(sent, request.halfMade());
            return Response.json(sent);
        });
    }

    private Response ofBank(Request request) {
        long bank = LookupRoutes.id(request, "id");
        return lists.list(CashBook.TABLE, request, company -> {
            if (company.row("banks", bank) == null) {
                throw LookupRoutes.notThere("banks");
            }
            return company.table(CashBook.TABLE)
                    .rows()
                    .filter(row -> row.path("bank_id").asLong() == bank);
        });
    }
}
