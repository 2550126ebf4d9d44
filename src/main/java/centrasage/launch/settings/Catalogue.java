package centrasage.launch.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every key there is, and the faults of a whole configuration: all of them at once, never only the first. */
final class Catalogue {
    /** How long a write waits for its turn at a Windows site at most: {@code WindowsSignIn}. */
    private static final Duration WINDOWS_TURN = Duration.ofSeconds(20);

    private static final List<Setting> SETTINGS = Stream.concat(
                    Stream.of(SettlementChecks.fetching(), SignInChecks.settings(), AlertSettings.fixed())
                            .flatMap(settings -> settings),
                    Stream.of(
                            Setting.of("centra.url", Checks::url).mandatory(),
                            Setting.of("centra.token", Checks::text).mandatory().hidden(),
                            Setting.of("centra.page-size", Checks.number(1, 200)),
                            Setting.of("centra.connect-timeout", Times::positiveDuration),
                            Setting.of("centra.read-timeout", Times::positiveDuration),
                            Setting.of("centra.shipment-email", Checks.oneOf("true", "false")),
                            Setting.of("centra.shipments-on-account", Checks.oneOf("ask", "paid")),
                            Setting.of("centra.overlap", Times::duration),
                            Setting.of("centra.webhook-secret", Checks::webhookSecret)
                                    .hidden(),
                            Setting.of("centra.webhook-window", Times.from("PT1S", "PT1H")),
                            Setting.of("centra.events", Checks.oneOf("off", "on")),
                            Setting.of("centra.events-interval", Times.from("PT1S", "PT1H")),
                            Setting.of("centra.write-back", Checks.oneOf("off", "external-id", "attribute", "both")),
                            Setting.of("centra.write-back-attribute", Checks::attribute),
                            Setting.of("sage200.url", Checks::url).mandatory(),
                            Setting.of("sage200.site", Checks::guid).mandatory(),
                            Setting.of("sage200.company", Checks.number(1, Integer.MAX_VALUE))
                                    .mandatory(),
                            Setting.of("sage200.auth", Checks.oneOf("none", "basic", "oauth2", "windows")),
                            Setting.of("sage200.user", Checks::text),
                            Setting.of("sage200.password", Checks::text).hidden(),
                            Setting.of("sage200.client-id", Checks::text),
                            Setting.of("sage200.client-secret", Checks::text).hidden(),
                            Setting.of("sage200.authorize-url", Checks::url),
                            Setting.of("sage200.token-url", Checks::url),
                            Setting.of("sage200.redirect-uri", Checks::callback),
                            Setting.of("sage200.sign-in-life", Times::period),
                            Setting.of("sage200.connect-timeout", Times::positiveDuration),
                            Setting.of("sage200.read-timeout", Times::positiveDuration),
                            Setting.of("sage200.in-doubt-settle", Times::positiveDuration),
                            Setting.of("sage200.clock-skew", Times::duration),
                            Setting.of("sage200.allocation-signs", Checks.oneOf("positive", "signed")),
                            Setting.of("sage200.invoice-number-in", Checks.oneOf("reference", "second-reference")),
                            Setting.of("sage200.posted-invoice-status", Checks::text),
                            Setting.of("sage200.lookups-refresh", Times::positiveDuration),
                            Setting.of("sage200.exchange-rates", Checks.oneOf("foreign-per-base", "base-per-foreign")),
                            Setting.of("sage200.lock-pattern", Checks::pattern),
                            Setting.of("sage200.database-url", Checks::store),
                            Setting.of("sage200.database-user", Checks::text),
                            Setting.of("sage200.database-password", Checks::text)
                                    .hidden(),
                            Setting.of("sage200.database-lock-row", Checks::lockRow),
                            Setting.of("store.url", Checks::store),
                            Setting.of("store.user", Checks::text),
                            Setting.of("store.password", Checks::text).hidden(),
                            Setting.of("store.encryption-key-file", Checks::text),
                            Setting.of("retention.personal-data", Times::period),
                            Setting.of("retention.runs", Times::period),
                            Setting.of("audit.heads-file", Checks::text),
                            Setting.of("posting.lanes", Checks.number(1, 32)),
                            Setting.of("posting.drain-interval", Times.from("PT0.1S", "PT1H")),
                            Setting.of("posting.lease", Times::positiveDuration),
                            Setting.of("posting.lock-retry", Times::durations),
                            Setting.of("posting.lock-probe", Times.from("PT1S", "PT1H")),
                            Setting.of("posting.lock-probe-for", Times::duration),
                            Setting.of("posting.lock-probe-slow", Times.from("PT1S", "P1D")),
                            Setting.of("posting.lock-probes-per-minute", Checks.number(1, 6000)),
                            Setting.of("posting.age-limit.planned", Times.from("PT1M", "P31D")),
                            Setting.of("posting.age-limit.waiting", Times.from("PT1M", "P31D")),
                            Setting.of("posting.age-limit.sending", Times.from("PT1M", "P31D")),
                            Setting.of("posting.age-limit.in-doubt", Times.from("PT1M", "P31D")),
                            Setting.of("posting.age-limit.locked", Times.from("PT1M", "P31D")),
                            Setting.of("posting.age-limit.parked", Times.from("PT1M", "P31D")),
                            Setting.of("posting.age-limit.unplanned", Times.from("PT1M", "P31D")),
                            Setting.of("posting.age-limit.outage", Times.from("PT1M", "P31D")),
                            Setting.of("posting.circuit-failures", Checks.number(2, 10000)),
                            Setting.of("posting.circuit-probe", Times.from("PT1S", "PT1H")),
                            Setting.of("posting.parked-retry", Times.from("PT1S", "P7D")),
                            Setting.of("desk.sla.critical", Times.from("PT1M", "P31D")),
                            Setting.of("desk.sla.high", Times.from("PT1M", "P31D")),
                            Setting.of("desk.sla.medium", Times.from("PT1M", "P31D")),
                            Setting.of("desk.sla.low", Times.from("PT1M", "P366D")),
                            Setting.of("desk.owners", DeskChecks::owners),
                            Setting.of("posting.mode", Checks.oneOf("live", "preview")),
                            Setting.of("orders.from", Checks::dateOrNumber),
                            Setting.of(
                                    "orders.statuses",
                                    Checks.wordsOf(
                                            "PENDING", "CONFIRMED", "PROCESSING", "SHIPPED", "ARCHIVED", "CANCELLED")),
                            Setting.of("orders.stores", Checks::text),
                            Setting.of("orders.allocate", Checks.oneOf("available", "none")),
                            Setting.of("orders.tolerance", Checks::amount),
                            Setting.of("orders.tolerance-per-order", Checks::amount),
                            Setting.of("orders.backfill-max", Checks.number(1, 1_000_000)),
                            Setting.of("orders.post-as", Checks.oneOf("sales-order", "sales-invoice")),
                            Setting.of("stock.moved-by", Checks.oneOf("sage200", "other-system")),
                            Setting.of("stock.source", Checks.oneOf("api", "database")),
                            Setting.of("stock.page-size", Checks.number(1, 1000)),
                            Setting.of("stock.quantity-type", Checks.oneOf("physical", "free-to-allocate")),
                            Setting.of("stock.unconfirmed", Checks.oneOf("keep", "sell")),
                            Setting.of("stock.open-orders", Checks.oneOf("centra", "all")),
                            Setting.of("stock.overlap", Times.from("PT1S", "P1D")),
                            Setting.of("stock.orders-overlap", Times.from("PT1S", "P1D")),
                            Setting.of("stock.sizes-refresh", Times.from("PT1M", "P7D")),
                            Setting.of("stock.stale-after", Times.from("PT1M", "P7D")),
                            Setting.of("stock.stale-buffer", Checks.number(0, 1_000_000)),
                            Setting.of("stock.stale-stop", Times::duration),
                            Setting.of("stock.velocity-window", Times.from("P1D", "P90D")),
                            Setting.of("stock.latency-unmeasured", Times.from("PT1S", "P1D")),
                            Setting.of("stock.guard-percent", Checks.number(1, 100)),
                            Setting.of("stock.guard-zero", Checks.number(1, 1_000_000)),
                            Setting.of("stock.guard-least", Checks.number(1, 1_000_000)),
                            Setting.of("stock.only-in-centra", Checks.oneOf("show", "zero")),
                            Setting.of("catalogue.write", Checks.oneOf("nothing", "update", "create")),
                            Setting.of("catalogue.drift", Checks.oneOf("show", "overwrite")),
                            Setting.of("catalogue.create-groups", Checks::companyGroups),
                            Setting.of("catalogue.create-most", Checks.number(1, 1000)),
                            Setting.of("catalogue.create-settle", Times.from("PT1M", "P1D")),
                            Setting.of("catalogue.size-chart", Checks::text),
                            Setting.of("catalogue.size", Checks::text),
                            Setting.of("catalogue.create-brand", Checks.number(1, Integer.MAX_VALUE)),
                            Setting.of("catalogue.create-collection", Checks.number(1, Integer.MAX_VALUE)),
                            Setting.of("catalogue.create-folder", Checks.number(1, Integer.MAX_VALUE)),
                            Setting.of("catalogue.waits-limit", Times.from("PT1H", "P31D")),
                            Setting.of("orders.on-difference", Checks.oneOf("exception", "correct")),
                            Setting.of("orders.on-edit", Checks.oneOf("exception", "amend")),
                            Setting.of("orders.credit-vouchers", Checks.oneOf("tender", "discount")),
                            Setting.of("orders.cancel-by", Checks.oneOf("delete", "exception")),
                            Setting.of("rounding.negative", Checks.oneOf("charge-line", "document-discount", "hold")),
                            Setting.of("gift-card.vat", Checks.oneOf("multi-purpose", "single-purpose")),
                            Setting.of("payments.money", Checks.wordsOf("CAPTURE", "MARKED_AS_PAID", "PREPAID")),
                            Setting.of("open-items.residue", Checks.oneOf("list", "clear")),
                            Setting.of("open-items.residue-tolerance", Checks::pennies),
                            Setting.of("open-items.residue-after", Times.anyPeriodUpTo("P2Y")),
                            Setting.of("refunds.credit-when", Checks.oneOf("completed", "returned-to-stock")),
                            Setting.of("refunds.credit-as", Checks.oneOf("credit-note", "sop-return")),
                            Setting.of("refunds.dated", Checks.oneOf("order-touched", "first-seen")),
                            Setting.of("refunds.closed-period", Checks.oneOf("next-open", "hold", "ask")),
                            Setting.of("receipts.closed-period", Checks.oneOf("next-open", "hold", "ask")),
                            Setting.of("customer-refunds.closed-period", Checks.oneOf("next-open", "hold", "ask")),
                            Setting.of("gift-cards.closed-period", Checks.oneOf("next-open", "hold", "ask")),
                            Setting.of("invoices.closed-period", Checks.oneOf("next-open", "hold", "ask")),
                            Setting.of("settlements.closed-period", Checks.oneOf("next-open", "hold", "ask")),
                            Setting.of("settlements.inbox", Checks::text),
                            Setting.of("settlements.inbox-quiet", Times.from("PT0S", "PT1H")),
                            Setting.of("settlements.look-again", Times.from("PT0S", "PT1M")),
                            Setting.of("settlements.profiles", Checks::folder),
                            Setting.of("settlements.opening-items", Checks::text),
                            Setting.of("settlements.types", SettlementChecks::types),
                            Setting.of("settlements.tolerance", Checks::pennies),
                            Setting.of("settlements.charges-dated", Checks.oneOf("payout", "own-month")),
                            Setting.of("settlements.exchange-rate", Checks.oneOf("booked", "sage")),
                            Setting.of("settlements.exchange-tolerance", Checks::amount),
                            Setting.of("settlements.order-reference", SettlementChecks::orderReference),
                            Setting.of("settlements.statements", Checks::text),
                            Setting.of("settlements.arrives-within", Times.periodUpTo("P92D")),
                            Setting.of("settlements.paid-within", Times.periodUpTo("P92D")),
                            Setting.of("settlements.journal-layout", SettlementChecks::journalLayout),
                            Setting.of("settlements.journal-dates", SettlementChecks::journalDates),
                            Setting.of("settlements.journal-within", Times.periodUpTo("P92D")),
                            Setting.of("settlements.stripe.account", Checks::text),
                            Setting.of("settlements.stripe.payouts", Checks.oneOf("in-the-file", "implied")),
                            Setting.of("settlements.stripe.order-columns", Checks::text),
                            Setting.of("settlements.klarna.signed", Checks.oneOf("true", "false")),
                            Setting.of("settlements.klarna.without-totals", Checks.oneOf("true", "false")),
                            Setting.of("settlements.klarna.file-name", SettlementChecks::klarnaName),
                            Setting.of("settlements.paypal.uncounted", Checks.wordsOf("SC", "RC", "FF")),
                            Setting.of("refunds.return-cost", Checks.oneOf("own-line", "off-sales")),
                            Setting.of("refunds.tolerance", Checks::pennies),
                            Setting.of("refunds.without-return-vat", Checks.oneOf("proportional", "shipping", "none")),
                            Setting.of("refunds.look-back", Times.periodUpTo("P2Y")),
                            Setting.of("mapping.seed", Checks::folder).mandatory(),
                            Setting.of("mapping.four-eyes", Checks.oneOf("true", "false")),
                            Setting.of("drift.look-back", Times.periodUpTo("P2Y")),
                            Setting.of("jobs.heartbeat", Times.from("PT6S", "PT10M")),
                            Setting.of("jobs.wake-interval", Times.from("PT1S", "PT1H")),
                            Setting.of("schedule.order-import", Times::schedule),
                            Setting.of("schedule.dispatch-to-sage", Times::schedule),
                            Setting.of("schedule.dispatch-to-centra", Times::schedule),
                            Setting.of("schedule.payment-import", Times::schedule),
                            Setting.of("schedule.refund-import", Times::schedule),
                            Setting.of("schedule.settlement-post", Times::schedule),
                            Setting.of("schedule.order-backfill", Times::byHand),
                            Setting.of("schedule.in-doubt", Times::schedule),
                            Setting.of("schedule.mapping-check", Times::schedule),
                            Setting.of("schedule.site-check", Times::schedule),
                            Setting.of("schedule.write-back", Times::schedule),
                            Setting.of("schedule.stock-to-centra", Times::schedule),
                            Setting.of("schedule.stock-compare", Times::schedule),
                            Setting.of("schedule.catalogue-to-centra", Times::schedule),
                            Setting.of("schedule.catalogue-rest", Times::schedule),
                            Setting.of("schedule.audit-check", Times::schedule),
                            Setting.of("schedule.reconcile", Times::schedule),
                            Setting.of("schedule.worklist-check", Times::schedule),
                            Setting.of("worklists.limit", Times.periodUpTo("P92D")),
                            Setting.of("worklists.look-back", Times.periodUpTo("P2Y")),
                            Setting.of("reconcile.look-back", Times.periodUpTo("P92D")),
                            Setting.of("reconcile.despatch-limit", Times.from("PT1M", "P31D")),
                            Setting.of("schedule.order-drift", Times::schedule),
                            Setting.of("schedule.retention", Times::schedule),
                            Setting.of("schedule.time-zone", Times::zone),
                            Setting.of("console.admin-password", Checks::password)
                                    .hidden(),
                            Setting.of("http.address", Checks::text),
                            Setting.of("http.port", Checks.number(1, 65535))))
            .toList();

    private Catalogue() {}

    static List<Setting> settings() {
        return SETTINGS;
    }

    /** Those of this version, and those that later ones will read. */
    static Stream<Setting> all() {
        return Stream.concat(SETTINGS.stream(), Later.settings().stream());
    }

    /** The setting of this key; empty when no such key exists. */
    static Optional<Setting> of(String key) {
        return all().filter(setting -> setting.key().equals(key)).findFirst().or(() -> AlertSettings.named(key));
    }

    /** The value as the application writes it: a choice may be written in capitals. */
    static String canonical(String key, String value) {
        return of(key).map(setting -> setting.check().canonical(value)).orElse(value);
    }

    /** Everything that is wrong with these effective values, in the words of the person who must mend it. */
    static List<String> faults(Map<String, String> values) {
        List<String> faults = new ArrayList<>();
        Map<String, String> sound = new TreeMap<>(values);
        values.forEach((key, value) -> faultOf(key, value).ifPresent(fault -> {
            faults.add(fault);
            sound.remove(key);
        }));
        SETTINGS.stream()
                .filter(Setting::required)
                .filter(setting -> values.getOrDefault(setting.key(), "").isBlank())
                .forEach(setting -> faults.add(setting.key() + ": is missing; set it in the configuration file"));
        faults.addAll(contradictions(values, sound));
        return faults;
    }

    private static Optional<String> faultOf(String key, String value) {
        return of(key).map(setting -> value.isBlank() ? Optional.<String>empty() : setting.faultOf(value))
                .orElseGet(() -> Optional.of(unknown(key)));
    }

    private static String unknown(String key) {
        return Nearest.of(key, SETTINGS.stream().map(Setting::key).toList())
                .map(known -> key + ": there is no such setting; did you mean " + known + "?")
                .orElse(key + ": there is no such setting; remove it, or see docs/configuration.md");
    }

    /** @param sound the values that have no fault of their own and can be compared */
    private static List<String> contradictions(Map<String, String> values, Map<String, String> sound) {
        List<String> faults = new ArrayList<>();
        if ("live".equals(sound.get("posting.mode")) && isBlank(values, "orders.from")) {
            faults.add(
                    "orders.from: is mandatory with posting.mode = live, so that no order from before the cut-over is"
                            + " posted; set the first date or order number, or use posting.mode = preview");
        }
        duration(sound, "sage200.read-timeout").ifPresent(readTimeout -> {
            duration(sound, "sage200.in-doubt-settle")
                    .filter(settle -> settle.compareTo(readTimeout) < 0)
                    .ifPresent(settle -> faults.add("sage200.in-doubt-settle = \"" + settle
                            + "\": must not be shorter than sage200.read-timeout (" + readTimeout
                            + "), or a late commit in Sage 200 could be posted twice"));
            boolean takesTurns = "windows".equals(sound.get("sage200.auth"));
            Duration sending = readTimeout.multipliedBy(2).plus(takesTurns ? WINDOWS_TURN : Duration.ZERO);
            duration(sound, "posting.lease")
                    .filter(lease -> lease.compareTo(sending) < 0)
                    .ifPresent(lease -> faults.add("posting.lease = \"" + lease
                            + "\": must be at least twice sage200.read-timeout (" + readTimeout + ")"
                            + (takesTurns ? " and " + WINDOWS_TURN + " more with sage200.auth = windows" : "")
                            + ", so that an order is never given away while it is sent"));
        });
        if ("database".equals(sound.get("stock.source")) && isBlank(values, "sage200.database-url")) {
            faults.add(
                    "stock.source = \"database\": needs sage200.database-url, the address of Sage's company database;"
                            + " set it, or use stock.source = api");
        }
        AlertSettings.contradictions(values).forEach(faults::add);
        faults.addAll(missingForSignIn(values));
        faults.addAll(unusedForSignIn(values));
        faults.addAll(SignInChecks.contradictions(values));
        return faults;
    }

    private static List<String> missingForSignIn(Map<String, String> values) {
        String auth = values.getOrDefault("sage200.auth", "none");
        List<String> needed = switch (auth) {
            case "basic", "windows" -> List.of("sage200.user", "sage200.password");
            case "oauth2" -> List.of("sage200.client-id", "sage200.client-secret", "sage200.redirect-uri");
            default -> List.of();
        };
        return needed.stream()
                .filter(key -> isBlank(values, key))
                .map(key -> key + ": is missing, and sage200.auth = " + auth + " needs it")
                .toList();
    }

    /** Whoever wrote a password into the file believes that we sign in with it. */
    private static List<String> unusedForSignIn(Map<String, String> values) {
        String auth = values.getOrDefault("sage200.auth", "none");
        if (!Set.of("none", "oauth2").contains(auth)) {
            return List.of();
        }
        return Stream.of("sage200.user", "sage200.password")
                .filter(key -> !isBlank(values, key))
                .map(key -> key + ": is set, and sage200.auth = " + auth
                        + " does not use it; remove it, or set sage200.auth = basic or windows")
                .toList();
    }

    private static Optional<Duration> duration(Map<String, String> sound, String key) {
        return Optional.ofNullable(sound.get(key))
                .filter(text -> !text.isBlank())
                .map(Duration::parse);
    }

    private static boolean isBlank(Map<String, String> values, String key) {
        return values.getOrDefault(key, "").isBlank();
    }
}
