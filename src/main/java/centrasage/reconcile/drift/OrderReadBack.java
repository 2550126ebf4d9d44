package centrasage.reconcile.drift;

import centrasage.desk.BusinessException.Kind;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKind;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageOrders;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sync.store.PostedDocument;
import centrasage.sync.store.PostedDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Reads posted orders back from Sage 200, a page at a time, and compares each with what was posted. */
@ApplicationScoped
class OrderReadBack {
    private static final int PAGE = 200;

    private PostedDocuments posted;
    private SageOrders orders;
    private SiteReader sites;

    @SuppressWarnings("NullAway.Init")
    OrderReadBack() {}

    @Inject
    OrderReadBack(PostedDocuments posted, SageOrders orders, SiteReader sites) {
        this.posted = posted;
        this.orders = orders;
        this.sites = sites;
    }

    /** The company's orders of these days, both included. */
    void days(String company, LocalDate from, LocalDate to, Round round, BooleanSupplier stopped)
            throws TargetUnavailable {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            long after = 0;
            List<PostedDocument> page = posted.orders(company, day, after, PAGE);
            while (!page.isEmpty() && !stopped.getAsBoolean()) {
                compare(company, page, round);
                after = page.get(page.size() - 1).postingId();
                page = posted.orders(company, day, after, PAGE);
            }
        }
    }

    /** These postings of the company, as far as they are posted and were not compared in this round. */
    void postings(String company, List<Long> ids, Round round, BooleanSupplier stopped) throws TargetUnavailable {
        List<Long> left = ids.stream().filter(id -> !round.isCompared(id)).toList();
        for (int from = 0; from < left.size() && !stopped.getAsBoolean(); from += PAGE) {
            List<PostedDocument> page = posted.of(left.subList(from, Math.min(from + PAGE, left.size())));
            compare(company, page.stream().filter(OrderReadBack::isOrder).toList(), round);
        }
    }

    /** People are told of totals of other documents too. */
    private static boolean isOrder(PostedDocument document) {
        return document.command().key().kind() == PostingKind.ORDER;
    }

    private void compare(String company, List<PostedDocument> documents, Round round) throws TargetUnavailable {
        Map<String, List<SalesOrder>> found =
                orders.find(company, documents.stream().map(OrderReadBack::key).toList());
        Site site = sites.read(company);
        Archive archive = new Archive(sites, company);
        Corrections corrections = Corrections.of(company, documents, posted);
        for (PostedDocument document : documents) {
            List<SalesOrder> there = found.get(key(document));
            if (there == null) {
                round.untold(document, "unreadable");
            } else {
                compare(document, orElse(document, there), site, corrections, archive, round);
            }
        }
    }

    private List<SalesOrder> orElse(PostedDocument document, List<SalesOrder> there) throws TargetUnavailable {
        return there.isEmpty() ? underAnotherKey(document) : there;
    }

    /**
     * What Sage has moved into its archive looks as if it were deleted; an old order that is not there is taken for archived. Where a
     * person has corrected the order in Sage, a correction that waits for them is looked at again, and finds itself done.
     */
    private void compare(
            PostedDocument document,
            List<SalesOrder> there,
            Site site,
            Corrections corrections,
            Archive archive,
            Round round)
            throws TargetUnavailable {
        Optional<LocalDate> archived =
                there.isEmpty() ? archive.with(document.command().businessDate()) : Optional.empty();
        if (archived.isPresent()) {
            round.archived(document, archived.get());
            return;
        }
        boolean wasOff = round.wasOff(document.postingId()) || corrections.isOpen(document);
        Set<Kind> told = corrections.told(document, round.told(document.postingId()));
        OrderDrift drift = new OrderDrift(document, corrections.posted(document), wasOff, site, told);
        Verdict verdict = drift.judge(there);
        round.compared(document, verdict);
        if (verdict.itself()) {
            corrections.forAPerson(document).ifPresent(round::correction);
        }
    }

    /** By Sage's id, and only if its number is still the same: after a restore the id may belong to another order. */
    private List<SalesOrder> underAnotherKey(PostedDocument document) throws TargetUnavailable {
        return orders
                .read(document.command().key().company(), Long.parseLong(document.targetId()))
                .filter(order -> order.documentNo().equals(document.targetNumber()))
                .stream()
                .toList();
    }

    private static String key(PostedDocument document) {
        return OrderName.of(document.command().key().sourceKey());
    }
}
