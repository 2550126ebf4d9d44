package centrasage.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.jobs.Timetable;
import centrasage.jobs.run.RunLog;
import centrasage.jobs.run.Runner;
import centrasage.money.Money;
import centrasage.security.Roles;
import centrasage.security.Users;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Store;
import centrasage.sync.record.Audit;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The application inside its server: what only holds there, and the REST API as its callers see it.
 *
 * <p>One class, because each class would start a server of its own. The first tests run inside the server and leave there
 * what the later ones, which call from outside, look at: orders 7001 (held) and 7002 (planned; Sage 200 cannot be
 * reached), one user for each role, and the job {@code in-doubt} held by another node.
 */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // the container sets the fields
class ContainerIT extends WebhookChecks {
    private static final String COMPANY = "33";

    @Inject
    private Store store;

    @Inject
    private Staging staging;

    @Inject
    private Postings postings;

    @Inject
    private Desk desk;

    @Inject
    private Runner runner;

    @Inject
    private Timetable timetable;

    @Inject
    private RunLog runs;

    @Inject
    private Users users;

    @Inject
    private Audit audit;

    @Deployment
    static WebArchive application() throws URISyntaxException, IOException {
        // what the file of the last time has seen is not in this time's store, and would be told as a restored database
        Files.deleteIfExists(Path.of("target/container-audit-heads.log"));
        URI assertj = Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/ROOT.war"))
                .addAsLibraries(new File(assertj))
                .addAsLibrary(openToTheTests())
                .addPackage(ContainerIT.class.getPackage());
    }

    /** Nothing is open without signing in, so the door by which the tests come in has to be opened for them. */
    private static JavaArchive openToTheTests() {
        return ShrinkWrap.create(JavaArchive.class, "open-to-the-tests.jar")
                .addAsManifestResource(new StringAsset("""
                                <web-fragment xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                                  <name>open-to-the-tests</name>
                                  <security-constraint>
                                    <web-resource-collection>
                                      <web-resource-name>tests</web-resource-name>
                                      <url-pattern>/ArquillianServletRunnerEE9</url-pattern>
                                    </web-resource-collection>
                                  </security-constraint>
                                </web-fragment>
                                """), "web-fragment.xml");
    }

    @Test
    @Order(1)
    void the_store_knows_who_holds_a_lease() {
        Duration hour = Duration.ofHours(1);

        assertThat(store.lease("job/in-doubt", "another node", hour)).isTrue();
        assertThat(store.lease("job/in-doubt", "this node", hour)).isFalse();
        assertThat(store.now()).isCloseTo(Clock.systemUTC().instant(), Assertions.within(Duration.ofMinutes(1)));
    }

    @Test
    @Order(1)
    void a_job_with_an_empty_schedule_is_known_and_never_due() {
        assertThat(runner.jobs()).contains("order-import", "in-doubt", "retention", "audit-check", "order-drift");
        assertThat(runner.jobs())
                .allSatisfy(job -> assertThat(timetable.next(job)).isEmpty());
        assertThat(runs.of("order-import", 1)).isEmpty();
    }

    @Test
    @Order(2)
    void a_held_order_opens_an_exception_in_the_same_transaction() {
        Reason reason = new Reason("UNKNOWN_SKU", Owner.OPERATIONS, "SKU X is not a product", "Create the product");
        stage("7001");
        store.record(planned("7001", new Plan.Hold(List.of(reason))));

        assertThat(postings.of("7001"))
                .extracting(Posting::state, Posting::amount)
                .containsExactly(Assertions.tuple(PostingState.HELD, Money.of("9.99", "GBP")));
        assertThat(desk.list(new Desk.Filter(BusinessException.State.OPEN, null, null, "7001"), 0, 10))
                .extracting(BusinessException::headline)
                .containsExactly("Order 7001 cannot be posted: SKU X is not a product");
    }

    @Test
    @Order(3)
    void a_planned_order_waits_while_sage_cannot_be_reached() {
        Command command = new Command(
                key("7002"), COMPANY + "/C7002", Money.of("9.99", "GBP"), null, LocalDate.of(2026, 11, 23), "f", "{}");
        stage("7002");
        store.record(planned("7002", new Plan.Post(command)));
        staging.unplanned("order", 0, 10).forEach(waiting -> staging.planned(waiting.id()));

        assertThat(postings.of("7002")).extracting(Posting::state).containsExactly(PostingState.PLANNED);
    }

    @Test
    @Order(4)
    void users_have_roles() {
        for (String role : List.of(Roles.VIEWER, Roles.CX, Roles.OPERATIONS, Roles.FINANCE)) {
            users.set(role, PASSWORD, Set.of(role), "test");
            assertThat(audit.of("user/" + role))
                    .last()
                    .satisfies(entry -> assertThat(entry.detail()).isEqualTo("roles [" + role + "]"));
        }
        assertThatThrownBy(() -> users.set("anybody", PASSWORD, Set.of("owner"), "test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("owner");
    }

    private void stage(String number) {
        staging.stage(
                "order",
                List.of(new Received(
                        number, "C" + number, Instant.parse("2026-11-22T10:00:00Z"), "{\"name\": \"Ada Müller\"}")),
                staging.readingBegins());
    }

    private static PostingKey key(String number) {
        return new PostingKey(COMPANY, PostingKind.ORDER, number);
    }

    private static Planned planned(String number, Plan plan) {
        return new Planned(
                key(number),
                COMPANY + "/C" + number,
                new DocumentVersion("order", number, 1),
                Money.of("9.99", "GBP"),
                LocalDate.of(2026, 11, 23),
                plan);
    }
}
