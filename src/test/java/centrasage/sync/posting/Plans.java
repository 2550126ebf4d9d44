package centrasage.sync.posting;

import centrasage.flow.Amended;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Finding;
import centrasage.flow.Owner;
import centrasage.flow.Partner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Side;
import centrasage.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Plans and documents for the tests of the store. */
public final class Plans {
    public static final Money AMOUNT = Money.of("120.00", "GBP");
    public static final Money FEWER = Money.of("60.00", "GBP");
    public static final Money VAT = Money.of("20.00", "GBP");
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final Reason UNKNOWN_SKU =
            new Reason("UNKNOWN_SKU", Owner.OPERATIONS, "SKU Ä-1 is not known", "Add it to skus.csv");
    static final Reason DRAFT = new Reason("DRAFT_UNDER_KEY", Owner.OPERATIONS, "A draft is there", "Look at it");
    static final Reason CLOSED =
            new Reason("PERIOD_CLOSED", Owner.FINANCE, "The period is closed", "Open it, then plan again");

    private Plans() {}

    /** A company of Sage 200. */
    static Partner sage(String company) {
        return new Partner(Side.SAGE_200, company);
    }

    public static PostingKey key(String number) {
        return new PostingKey("33", PostingKind.ORDER, number);
    }

    public static Planned post(String number) {
        return post(number, 1, "content of " + number);
    }

    public static Planned post(String number, int version, String fingerprint) {
        return postOf("33/C" + number, number, version, fingerprint);
    }

    /** The same content, planned under another mapping. */
    static Planned toAnotherAccount(Planned plan) {
        Plan there = plan.plan() instanceof Plan.Post post
                ? new Plan.Post(post.command().with("{\"to\":\"another account\"}"))
                : plan.plan();
        return new Planned(plan.key(), plan.object(), plan.document(), AMOUNT, DAY, there);
    }

    /** A posting of an object that others belong to as well. */
    public static Planned postOf(String object, String number) {
        return postOf(object, number, 1, "content of " + number);
    }

    private static Planned postOf(String object, String number, int version, String fingerprint) {
        String document = "{\"to\":\"Zoë Müller\",\"version\":" + version + "}";
        Command command = new Command(key(number), object, AMOUNT, VAT, DAY, fingerprint, document);
        return new Planned(key(number), object, document(number, version), AMOUNT, DAY, new Plan.Post(command));
    }

    /** The same, once the other is posted. */
    static Planned after(Planned plan, PostingKey other) {
        Plan later = plan.plan() instanceof Plan.Post post ? new Plan.Post(post.command(), other) : plan.plan();
        return new Planned(plan.key(), plan.object(), plan.document(), plan.amount(), plan.businessDate(), later);
    }

    /** What goes to Centra because of this order. */
    static Planned toCentra(String number) {
        return following(PostingKind.CENTRA_SHIPMENT, number, number);
    }

    /** What follows from this order: its own number is that of a shipment or a despatch. */
    public static Planned following(PostingKind kind, String order, String number) {
        PostingKey key = new PostingKey("33", kind, number);
        String object = "33/C" + order;
        Command command = new Command(key, object, AMOUNT, null, DAY, "shipment", "{}");
        DocumentVersion source = new DocumentVersion(kind.source(), number, 1);
        return new Planned(key, object, source, AMOUNT, DAY, new Plan.Post(command));
    }

    public static DocumentVersion document(String number, int version) {
        return new DocumentVersion("order", number, version);
    }

    /** The same document, planned for another company. */
    public static Planned inCompany(String company, Planned plan) {
        PostingKey key = new PostingKey(company, PostingKind.ORDER, plan.key().sourceKey());
        String object = company + "/C" + key.sourceKey();
        Plan there =
                plan.plan() instanceof Plan.Post post ? new Plan.Post(to(key, object, post.command())) : plan.plan();
        return new Planned(key, object, plan.document(), AMOUNT, DAY, there);
    }

    private static Command to(PostingKey key, String object, Command command) {
        return new Command(key, object, AMOUNT, VAT, DAY, command.fingerprint(), command.document());
    }

    /** What follows from a document of this number that has another total. */
    public static Command correction(String number) {
        return new Command(
                new PostingKey("33", PostingKind.ORDER_CORRECTION, number),
                "33/C" + number,
                Money.of("0.01", "GBP"),
                null,
                DAY,
                "correction",
                "{\"correction\": 1}");
    }

    /** What makes of an order what a version of it has become. */
    public static Planned amendment(String number, int version) {
        PostingKey key = key(number).amendedBy(version);
        Command command =
                new Command(key, "33/C" + number, AMOUNT.minus(FEWER), null, DAY, "amendment", "{\"amendment\": 2}");
        return new Planned(
                key, command.object(), document(number, version), command.amount(), DAY, new Plan.Post(command));
    }

    /** What an order has become by that. */
    public static Amended amended(String number, String content, boolean undone) {
        String document = "{\"to\":\"Zoë Müller\",\"fewer\":true}";
        return new Amended(
                new Command(key(number), "33/C" + number, FEWER, Money.of("10.00", "GBP"), DAY, content, document),
                undone);
    }

    /** Another plan of the same document. */
    static Planned replanned(Planned before, int version, String fingerprint) {
        return postOf(before.object(), before.key().sourceKey(), version, fingerprint);
    }

    public static Planned hold(String number, int version) {
        return new Planned(
                key(number),
                "33/C" + number,
                document(number, version),
                AMOUNT,
                DAY,
                new Plan.Hold(List.of(UNKNOWN_SKU, CLOSED)));
    }

    public static Planned skip(String number, int version, String code) {
        Reason reason = new Reason(code, Owner.CX, "It is not for the ledger", "Nothing");
        return new Planned(key(number), "33/C" + number, document(number, version), AMOUNT, DAY, new Plan.Skip(reason));
    }

    /** How the tests' workers wait; the retry is exact but for its jitter. */
    public static Patience patience(Duration retry) {
        return new Patience(
                StoreContract.LEASE,
                StoreContract.SETTLE,
                StoreContract.SKEW,
                new Retries(List.of(retry), new Random(1)));
    }

    /** A half-made draft that the other side made at a moment. */
    static Finding.Drafts draft(String number, Instant made) {
        return new Finding.Drafts(List.of(document(number, made)), true, DRAFT);
    }

    public static Document document(String number) {
        return document(number, AMOUNT);
    }

    public static Document document(String number, Instant made) {
        return new Document("7" + number, "0000" + number, AMOUNT, VAT, made);
    }

    public static Document document(String number, Money total) {
        return document(number, total, VAT);
    }

    public static Document document(String number, Money total, @Nullable Money vat) {
        return new Document("7" + number, "0000" + number, total, vat, Instant.parse("2026-11-23T08:00:01Z"));
    }
}
