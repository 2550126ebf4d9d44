package centrasage.launch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every key there is, and all that can be wrong with its value. */
class CatalogueTest {
    private static final Pattern ASKED_FOR =
            Pattern.compile("(?:ConfigProperty\\(name = |get(?:Optional)?Value\\(\\s*)\"([a-z0-9.-]*[a-z0-9])\"");

    private final Map<String, String> values = new TreeMap<>();

    @BeforeEach
    void soundValues() throws IOException {
        defaults().forEach((key, value) -> values.put(key.toString(), value.toString()));
        values.putAll(Map.of(
                "centra.url", "https://brand.centra.com",
                "centra.token", "secret-token",
                "sage200.url", "https://sage.local/api",
                "sage200.site", "6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41",
                "sage200.company", "33",
                "orders.from", "10234",
                "mapping.seed", "."));
    }

    private static Properties defaults() throws IOException {
        Properties defaults = new Properties();
        try (InputStream in = Catalogue.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(in);
        }
        defaults.keySet().removeIf(key -> key.toString().startsWith("mp."));
        return defaults;
    }

    @Test
    void products_are_made_of_groups_of_companies_that_are_named() {
        values.put("catalogue.write", "create");
        values.put("catalogue.create-groups", "33/WEB, 34/SHOES AND BAGS");
        assertThat(Catalogue.faults(values)).isEmpty();
        values.put("catalogue.create-groups", "WEB");
        values.put("catalogue.create-brand", "Acme");
        assertThat(Catalogue.faults(values))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("catalogue.create-groups = ")
                        .contains("33/WEB"))
                .anySatisfy(fault -> assertThat(fault).startsWith("catalogue.create-brand = "))
                .hasSize(2);
    }

    @Test
    void every_default_is_a_setting_and_keeps_its_own_rules() throws IOException {
        assertThat(defaults().stringPropertyNames())
                .allSatisfy(key -> assertThat(Catalogue.of(key)).as(key).isPresent());
        assertThat(Catalogue.faults(values)).isEmpty();
    }

    @Test
    void a_setting_without_a_default_is_one_that_only_the_operator_can_know() throws IOException {
        Set<String> withDefault = defaults().stringPropertyNames();
        assertThat(Catalogue.settings().stream().map(Setting::key).filter(key -> !withDefault.contains(key)))
                .containsExactlyInAnyOrder(
                        "centra.url",
                        "centra.token",
                        "centra.webhook-secret",
                        "sage200.url",
                        "sage200.site",
                        "sage200.company",
                        "sage200.user",
                        "sage200.password",
                        "sage200.client-id",
                        "sage200.client-secret",
                        "sage200.redirect-uri",
                        "sage200.database-url",
                        "sage200.database-user",
                        "sage200.database-password",
                        "orders.from",
                        "orders.stores",
                        "gift-card.vat",
                        "refunds.without-return-vat",
                        "mapping.seed",
                        "signin.oidc.issuer",
                        "signin.oidc.client-id",
                        "signin.oidc.client-secret",
                        "signin.oidc.redirect-uri",
                        "signin.oidc.role.viewer",
                        "signin.oidc.role.cx",
                        "signin.oidc.role.operations",
                        "signin.oidc.role.finance",
                        "signin.oidc.role.administrator",
                        "console.admin-password");
    }

    @Test
    void what_is_mandatory_has_no_default() throws IOException {
        Set<String> withDefault = defaults().stringPropertyNames();
        assertThat(Catalogue.settings().stream().filter(Setting::required))
                .isNotEmpty()
                .noneMatch(setting -> withDefault.contains(setting.key()));
    }

    @Test
    void no_key_stands_twice() {
        assertThat(Catalogue.all().map(Setting::key)).doesNotHaveDuplicates();
    }

    @Test
    void every_key_that_the_application_asks_for_is_a_setting() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = ASKED_FOR.matcher(Files.readString(file));
                while (matcher.find()) {
                    asked.add(matcher.group(1));
                }
            }
        }
        Set<String> known = Catalogue.settings().stream().map(Setting::key).collect(Collectors.toSet());
        assertThat(asked).hasSizeGreaterThan(20).isSubsetOf(known);
    }

    @Test
    void everything_that_holds_a_secret_is_hidden() {
        assertThat(Catalogue.all().filter(setting -> setting.key().matches(".*(password|secret|token)$")))
                .hasSizeGreaterThan(6)
                .allMatch(Setting::secret);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "centra.url | brand.centra.com",
                "centra.url | ftp://brand.centra.com",
                "centra.url | https://",
                "sage200.url | not an address",
                "centra.page-size | 0",
                "centra.page-size | 201",
                "centra.page-size | ten",
                "centra.webhook-window | 5 minutes",
                "centra.webhook-window | PT0S",
                "centra.webhook-window | P3650D",
                "centra.webhook-window | PT1H0.001S",
                "centra.events | yes",
                "centra.events-interval | PT0S",
                "centra.events-interval | PT2H",
                "jobs.wake-interval | 10",
                "jobs.wake-interval | P10D",
                "jobs.wake-interval | PT0.01S",
                "drift.look-back | P100Y",
                "drift.look-back | P2Y1D",
                "drift.look-back | P999999999Y",
                "drift.look-back | P0D",
                "sage200.site | not-a-guid",
                "sage200.site | 6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d4",
                "sage200.company | 0",
                "sage200.auth | kerberos",
                "sage200.redirect-uri | /connect/sage200",
                "sage200.redirect-uri | https://proxy.brand.com/",
                "sage200.redirect-uri | https://proxy.brand.com/connect/sage200/",
                "sage200.redirect-uri | https://proxy.brand.com/?to=/connect/sage200",
                "sage200.database-url | jdbc:postgresql://sage",
                "sage200.database-lock-row | DataKey = 1",
                "sage200.database-lock-row | DataKey = {id}; DROP TABLE SYSActiveLock",
                "sage200.read-timeout | 60",
                "sage200.read-timeout | PT0S",
                "sage200.read-timeout | -PT1S",
                "posting.drain-interval | PT0S",
                "posting.drain-interval | PT0.001S",
                "posting.drain-interval | P1D",
                "posting.lock-retry | PT5S,,PT1M",
                "posting.lock-retry | soon",
                "posting.lock-probe | PT0S",
                "posting.lock-probe-for | -PT1S",
                "posting.lock-probe-slow | P2D",
                "posting.lock-probes-per-minute | 0",
                "posting.parked-retry | P8D",
                "posting.circuit-failures | 1",
                "posting.circuit-probe | PT0S",
                "posting.lanes | 33",
                "posting.mode | dry-run",
                "sage200.lock-pattern | (lock",
                "store.url | jdbc:postgresql://db",
                "retention.personal-data | 2 years",
                "retention.personal-data | P0D",
                "retention.runs | 90",
                "retention.runs | P0D",
                "orders.from | 01/11/2026",
                "orders.from | 2026-02-30",
                "orders.statuses | CONFRMED",
                "orders.statuses | CONFIRMED;SHIPPED",
                "orders.allocate | all",
                "orders.tolerance | -0.01",
                "orders.tolerance | a penny",
                "orders.tolerance-per-order | -1",
                "rounding.negative | never",
                "mapping.seed | /no/such/folder",
                "schedule.order-import | hourly",
                "schedule.order-import | every 5 minutes",
                "schedule.order-import | every PT0S",
                "schedule.order-import | every PT0.001S",
                "schedule.order-import | every P32D",
                "schedule.order-import | every",
                "schedule.retention | 24:00",
                "schedule.retention | 3:00",
                "schedule.time-zone | London",
                "http.port | 70000"
            })
    void a_wrong_value_is_named_with_what_is_expected(String key, String value) {
        values.put(key, value);
        assertThat(Catalogue.faults(values))
                .singleElement()
                .asString()
                .startsWith(key + " = \"" + value + "\": ")
                .containsPattern("expected|must|correct|regular expression|address");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "centra.webhook-window | PT1S",
                "centra.webhook-window | PT60M",
                "jobs.wake-interval | PT1H",
                "drift.look-back | P1D",
                "drift.look-back | P24M",
                "posting.drain-interval | PT0.1S",
                "schedule.order-import | every PT1S",
                "schedule.order-import | every P31D",
                "orders.post-as | Sales-Invoice",
                "sage200.auth | NONE",
                "stock.source | API"
            })
    void what_lies_on_the_bound_or_is_written_in_capitals_is_taken(String key, String value) {
        values.put(key, value);
        assertThat(Catalogue.faults(values)).isEmpty();
    }

    /** A guessed secret begins runs; the message must not tell it. */
    @Test
    void a_short_secret_of_the_web_hooks_is_refused_and_not_shown() {
        values.put("centra.webhook-secret", "fifteen-letters");
        assertThat(Catalogue.faults(values))
                .containsExactly("centra.webhook-secret: must have at least 16 characters; set a longer one here and in"
                        + " Centra's plug-in, such as openssl rand -hex 32 prints");
        values.put("centra.webhook-secret", "sixteen-letters-");
        assertThat(Catalogue.faults(values)).isEmpty();
    }

    /** The same words for the same fault, however the value is wrong. */
    @ParameterizedTest
    @CsvSource({"every PT0S", "every 5 minutes", "every PT0.001S", "hourly", "24:00", "every"})
    void a_schedule_is_always_explained_in_the_same_words(String value) {
        values.put("schedule.in-doubt", value);
        assertThat(Catalogue.faults(values))
                .containsExactly(
                        "schedule.in-doubt = \"" + value + "\": expected every and a length of time from PT1S to"
                                + " P31D, such as every PT5M, or a time of day such as 03:00; empty turns the job off");
    }

    @ParameterizedTest
    @CsvSource({
        "sage200.read-timeout, PT0S, PT30S",
        "sage200.read-timeout, -PT1S, PT30S",
        "sage200.clock-skew, -PT1S, PT30S",
        "retention.runs, P0D, P90D",
        "jobs.wake-interval, P10D, PT1M",
        "drift.look-back, P100Y, P60D",
        "orders.tolerance, -1, 0.05"
    })
    void what_is_out_of_bounds_comes_with_an_example(String key, String value, String example) {
        values.put(key, value);
        assertThat(Catalogue.faults(values))
                .singleElement()
                .asString()
                .startsWith(key)
                .contains("must", " " + example);
    }

    @Test
    void every_fault_is_reported_at_once_and_contradictions_with_them() {
        values.remove("centra.url");
        values.put("posting.lanes", "many");
        values.put("sage200.auth", "basic");
        values.put("orders.from", "");
        values.put("posting.lease", "PT1M");
        values.put("sage200.in-doubt-settle", "never");
        values.put("nonsense", "");
        assertThat(Catalogue.faults(values))
                .hasSize(8)
                .anyMatch(fault -> fault.startsWith("centra.url: is missing"))
                .anyMatch(fault -> fault.startsWith("posting.lanes = "))
                .anyMatch(fault -> fault.startsWith("sage200.in-doubt-settle = "))
                .anyMatch(fault -> fault.startsWith("nonsense: there is no such setting"))
                .anyMatch(fault -> fault.startsWith("orders.from: is mandatory"))
                .anyMatch(fault -> fault.startsWith("posting.lease = \"PT1M\": must be at least twice"))
                .anyMatch(fault -> fault.startsWith("sage200.user: is missing, and sage200.auth = basic"))
                .anyMatch(fault -> fault.startsWith("sage200.password: is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "sage.url, sage200.url",
        "centra.tokn, centra.token",
        "cetra.token, centra.token",
        "posting.lane, posting.lanes",
        "schedule.order-imports, schedule.order-import",
        "Store.Url, store.url",
        "sage200.in_doubt_settle, sage200.in-doubt-settle"
    })
    void an_unknown_key_comes_with_the_nearest_one(String unknown, String meant) {
        values.put(unknown, "anything");
        assertThat(Catalogue.faults(values))
                .containsExactly(unknown + ": there is no such setting; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @CsvSource({"something.else.entirely", "x", "''"})
    void a_key_that_resembles_nothing_comes_without_a_guess(String unknown) {
        values.put(unknown, "anything");
        assertThat(Catalogue.faults(values))
                .containsExactly(unknown + ": there is no such setting; remove it, or see docs/configuration.md");
    }

    @Test
    void a_late_commit_must_not_outlive_the_settle_time_nor_a_call_its_lease() {
        values.putAll(Map.of("sage200.read-timeout", "PT11M", "posting.lease", "PT21M"));
        assertThat(Catalogue.faults(values))
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("sage200.in-doubt-settle"))
                .anyMatch(fault -> fault.startsWith("posting.lease"));
    }

    @Test
    void a_lease_outlives_the_turn_that_a_write_waits_for_at_a_windows_site() {
        values.putAll(Map.of("sage200.read-timeout", "PT1M", "posting.lease", "PT2M10S"));
        assertThat(Catalogue.faults(values)).isEmpty();
        values.putAll(Map.of("sage200.auth", "windows", "sage200.user", "BRAND\\api", "sage200.password", "secret"));
        assertThat(Catalogue.faults(values)).singleElement().asString().contains("posting.lease", "PT20S more");
        values.put("posting.lease", "PT2M20S");
        assertThat(Catalogue.faults(values)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none | ",
                "basic | sage200.user sage200.password",
                "windows | sage200.user sage200.password",
                "oauth2 | sage200.client-id sage200.client-secret sage200.redirect-uri"
            })
    void each_way_of_signing_in_needs_its_own_settings(String auth, String needed) {
        values.put("sage200.auth", auth);
        List<String> missing = needed == null ? List.of() : List.of(needed.split(" "));
        assertThat(Catalogue.faults(values).stream().map(fault -> fault.split(":")[0]))
                .containsExactlyElementsOf(missing);
    }

    @ParameterizedTest
    @CsvSource({"none, sage200.user", "none, sage200.password", "oauth2, sage200.password"})
    void a_user_or_password_that_is_never_sent_is_refused(String auth, String key) {
        values.putAll(Map.of(
                "sage200.auth",
                auth,
                "sage200.client-id",
                "id",
                "sage200.client-secret",
                "secret",
                "sage200.redirect-uri",
                "https://sync.brand.com/connect/sage200",
                key,
                "svc-centra"));
        assertThat(Catalogue.faults(values))
                .containsExactly(key + ": is set, and sage200.auth = " + auth
                        + " does not use it; remove it, or set sage200.auth = basic or windows");
    }

    @Test
    void the_statuses_are_those_of_centra() throws IOException {
        String schema = Files.readString(Path.of("src/test/resources/centrasage/simulator/centra/schema.graphqls"));
        String listed = schema.split("enum OrderStatus \\{", 2)[1].split("}", 2)[0];
        List<String> known = listed.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(status -> !status.isEmpty())
                .toList();
        assertThat(known).contains("PENDING", "CANCELLED").allSatisfy(status -> {
            values.put("orders.statuses", status + ", Confirmed,");
            assertThat(Catalogue.faults(values)).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource("posting.serialise-by, order, account")
    void what_a_later_version_does_otherwise_is_refused_and_what_this_one_does_is_not(
            String key, String done, String later) {
        values.put(key, done);
        assertThat(Catalogue.faults(values)).isEmpty();
        assertThat(Later.withoutEffect(values)).isEmpty();
        values.put(key, later);
        assertThat(Catalogue.faults(values))
                .containsExactly(key + " = \"" + later + "\": is not in this version, which knows " + done
                        + " alone; set that, or remove the key");
    }

    @Test
    void stock_is_read_from_sages_database_only_where_its_address_is_known() {
        values.put("stock.source", "database");
        assertThat(Catalogue.faults(values))
                .containsExactly(
                        "stock.source = \"database\": needs sage200.database-url, the address of Sage's company"
                                + " database; set it, or use stock.source = api");
        values.put("sage200.database-url", "jdbc:sqlserver://sage;databaseName=Sage200_{company}");
        assertThat(Catalogue.faults(values)).isEmpty();
        values.put("stock.source", "file");
        assertThat(Catalogue.faults(values)).singleElement().asString().startsWith("stock.source = \"file\": ");
    }

    @Test
    void what_only_a_later_version_reads_is_accepted_and_named() {
        values.put("retention.evidence", "P7Y");
        values.put("settlements.inbox", "/srv/inbox");
        assertThat(Catalogue.faults(values)).isEmpty();
        assertThat(Later.withoutEffect(values)).containsExactly("retention.evidence");
        values.put("retention.evidence", "seven years");
        assertThat(Catalogue.faults(values)).singleElement().asString().startsWith("retention.evidence = ");
    }

    @Test
    void the_callback_may_lie_behind_a_proxy_and_ends_where_we_wait_for_it() {
        values.put("sage200.redirect-uri", "https://proxy.brand.com/connect/sage200");
        assertThat(Catalogue.faults(values)).isEmpty();
        values.put("sage200.redirect-uri", "https://proxy.brand.com/callback");
        assertThat(Catalogue.faults(values))
                .singleElement()
                .asString()
                .startsWith("sage200.redirect-uri = \"https://proxy.brand.com/callback\": must end in /connect/sage200")
                .contains("register for example https://");
    }

    @Test
    void preview_needs_no_cut_over() {
        values.putAll(Map.of("posting.mode", "preview", "orders.from", ""));
        assertThat(Catalogue.faults(values)).isEmpty();
    }

    @Test
    void the_administrators_password_is_as_long_as_everybody_elses_and_never_shown() {
        values.put("console.admin-password", "short-one");
        assertThat(Catalogue.faults(values))
                .singleElement()
                .asString()
                .startsWith("console.admin-password")
                .contains("at least 12 characters")
                .doesNotContain("short-one");
        values.put("console.admin-password", "long-enough-");
        assertThat(Catalogue.faults(values)).isEmpty();
    }
}
