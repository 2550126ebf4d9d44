package centrasage.console.orders;

import centrasage.centra.Shipment;
import centrasage.centra.ShipmentJson;
import centrasage.console.frame.Asked;
import centrasage.console.frame.Visitor;
import centrasage.console.life.Account;
import centrasage.console.life.CentraSide;
import centrasage.console.life.Despatching;
import centrasage.console.life.Event;
import centrasage.console.life.Expectation;
import centrasage.console.life.Life;
import centrasage.console.life.PaidOut;
import centrasage.console.life.Parcel;
import centrasage.console.life.SageTotal;
import centrasage.console.words.Moments;
import centrasage.console.words.Signs;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.dispatch.intake.CollectShipments;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.jobs.lanes.LaneSettings;
import centrasage.money.Money;
import centrasage.settlements.proof.OrderPayouts;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.record.Audit;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Attempt;
import centrasage.sync.store.Blockage;
import centrasage.sync.store.Blockages;
import centrasage.sync.store.Link;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of one order, from both systems. */
@Named
@RequestScoped
public class OrderPage {
    private static final int MOST_EXCEPTIONS = 100;

    private String number;
    private List<Staged> versions;
    private List<Posting> all;
    private List<Posting> sides;
    private List<BusinessException> exceptions;
    private @Nullable CentraSide centra;
    private List<Event> events;
    private Expectation expectation;
    private Postings postings;
    private Map<Long, Blockage> blocked;
    private Despatching despatching;
    private Map<String, List<Parcel>> parcels;
    private List<Account> accounts;
    private List<PaidOut> payouts;

    @SuppressWarnings("NullAway.Init")
    OrderPage() {}

    @Inject
    OrderPage(
            Staging staging,
            Postings postings,
            OpenItems items,
            OrderPayouts payouts,
            Blockages blockages,
            Desk desk,
            Audit audit,
            Visitor visitor,
            LaneSettings settings,
            Signs signs,
            Moments moments) {
        this.postings = postings;
        number = Asked.now().text("number").map(postings::orderOf).orElse("");
        versions = staging.of(OrderName.DOCUMENT, number);
        all = postings.withAllThatFollows(number);
        blocked = blockages.of(all);
        sides = all.stream()
                .filter(posting -> posting.key().kind() == PostingKind.ORDER)
                .toList();
        exceptions = Stream.concat(own(desk), desk.ofCauses(all).stream()).toList();
        centra = versions.stream()
                .findFirst()
                .flatMap(latest -> CentraSide.of(latest, visitor.maySeeCustomers()))
                .orElse(null);
        if (centra != null && visitor.maySeeCustomers()) {
            audit.look(visitor.name(), OrderName.of(number));
        }
        events = life(new Life(signs, moments), audit);
        expectation = new Expectation(moments, settings.settle(), settings.preview());
        despatching = new Despatching(expectation, signs, blocked);
        parcels = sides.stream()
                .map(side -> side.key().company())
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), company -> Parcel.of(company, all, key -> shipment(staging, key))));
        accounts = sides.stream()
                .map(Posting::object)
                .distinct()
                .map(items::of)
                .filter(its -> !its.isEmpty())
                .map(Account::of)
                .toList();
        this.payouts = payouts.of(number).stream()
                .map(payout -> PaidOut.of(payout, moments))
                .toList();
        if (!known()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Empty where it cannot be read or decrypted, or its personal data was erased. */
    private static Optional<Shipment> shipment(Staging staging, String key) {
        return staging.of(CollectShipments.KIND, key).stream()
                .findFirst()
                .flatMap(Staged::text)
                .map(ShipmentJson::parse)
                .flatMap(parsed ->
                        parsed.match(readable -> Optional.of(readable.document()), unreadable -> Optional.empty()));
    }

    /** Of the order, of its shipments and of its despatches. */
    private Stream<BusinessException> own(Desk desk) {
        return Stream.concat(
                        Stream.of(number),
                        all.stream().map(posting -> posting.key().sourceKey()))
                .distinct()
                .flatMap(source -> desk.list(new Desk.Filter(null, null, null, source), 0, MOST_EXCEPTIONS).stream())
                .distinct();
    }

    private List<Event> life(Life life, Audit audit) {
        life.received(versions);
        for (Posting posting : all) {
            List<AuditEntry> trail = audit.of(subject(posting.key()));
            List<Attempt> attempts = postings.attempts(posting.id());
            life.posting(posting, trail, attempts);
        }
        life.deeds(audit.of(OrderName.of(number)));
        exceptions.forEach(exception -> life.deeds(audit.of("exception/" + exception.id())));
        return life.events();
    }

    private static String subject(PostingKey key) {
        return key.company() + "/" + key.kind() + "/" + key.sourceKey();
    }

    public String number() {
        return number;
    }

    public boolean known() {
        return !versions.isEmpty() || !sides.isEmpty();
    }

    /** Received, and its first plan is still to come. */
    public boolean unplanned() {
        return !versions.isEmpty() && sides.isEmpty();
    }

    /** Null when Centra's side cannot be shown any more. */
    public @Nullable CentraSide centra() {
        return centra;
    }

    /** What was made of it for Sage 200; more than one only where it went to more than one company. */
    public List<Posting> sides() {
        return sides;
    }

    /** What it has on customer accounts in Sage 200; more than one only where it went to more than one company. */
    public List<Account> accounts() {
        return accounts;
    }

    /** What payment providers have made of its money there. */
    public List<PaidOut> payouts(Account account) {
        return payouts.stream()
                .filter(payout -> payout.company().equals(account.company()))
                .toList();
    }

    public List<Event> events() {
        return events;
    }

    public List<BusinessException> exceptions() {
        return exceptions;
    }

    public List<Link> links(Posting side) {
        return postings.links(side.id());
    }

    /** What comes next by itself; empty where all that comes next is for a person. */
    public String expected(Posting side) {
        Blockage blockage = blocked.get(side.id());
        if (blockage != null) {
            return expectation.of(blockage);
        }
        boolean person = !needsPerson(side).isEmpty();
        if (side.state() == PostingState.POSTED) {
            return person ? despatching.byItself(parcels(side)) : despatching.of(parcels(side), isInvoiced(side));
        }
        return person ? expectation.byItself(side) : expectation.of(side);
    }

    private boolean isInvoiced(Posting side) {
        return accounts.stream()
                .filter(account -> account.company().equals(side.key().company()))
                .anyMatch(Account::isInvoiced);
    }

    /** What left of it, or will. */
    public List<Parcel> parcels(Posting side) {
        return parcels.getOrDefault(side.key().company(), List.of());
    }

    /** What left of it, or will, and is not done with. */
    public List<Parcel> openParcels() {
        return sides.stream()
                .flatMap(side -> parcels(side).stream())
                .filter(Parcel::open)
                .toList();
    }

    /** The open exceptions of a side: as long as there is one, the order is not done with. */
    public List<BusinessException> needsPerson(Posting side) {
        return exceptions.stream()
                .filter(each -> each.state() == BusinessException.State.OPEN)
                .filter(each -> each.company().equals(side.key().company()))
                .toList();
    }

    /** What it comes to in Sage 200. */
    public SageTotal total(Posting side) {
        return SageTotal.of(side, all, exceptions);
    }

    /** Centra's total less Sage's; null where they cannot be compared. */
    public @Nullable Money difference(Posting side) {
        return total(side).lessThan(centra == null ? null : centra.total());
    }
}
