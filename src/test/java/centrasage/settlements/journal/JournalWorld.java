package centrasage.settlements.journal;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.ledger.NominalAccount;
import centrasage.settlements.SettlementWorld;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store, and a simulated Sage 200 whose user imports what our files say. */
public final class JournalWorld implements AutoCloseable {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String NOBODY = "http://127.0.0.1:9/";

    public final SettlementWorld settlements = new SettlementWorld();
    private final SageSimulator sage;
    private SageClients clients;

    public JournalWorld() throws IOException {
        sage = SageSimulator.start(0, 7);
        clients = new SageClients(sage.baseUrl().toString());
    }

    @Override
    public void close() {
        sage.close();
    }

    /** From now on Sage does not answer. */
    public void goAway() {
        clients = new SageClients(NOBODY);
    }

    /** It answers again. */
    public void comeBack() {
        clients = new SageClients(sage.baseUrl().toString());
    }

    public JournalSettings settings() {
        return new JournalSettings(settlements.config());
    }

    public Journals journals() {
        return settlements
                .store
                .transactions()
                .bean(
                        Journals.class,
                        settlements.store.entities(),
                        settlements.store.time(),
                        settlements.store.audit());
    }

    public JournalFate fate() {
        return settlements
                .store
                .transactions()
                .bean(JournalFate.class, journals(), settlements.findings, settlements.over);
    }

    public ProposeJournal proposing() {
        return new ProposeJournal(
                clients.nominalAccounts(),
                clients.dates(),
                settlements.versions,
                journals(),
                settlements.settings(),
                settlements.clock());
    }

    static Proposal.Line debit(String account, String amount) {
        return new Proposal.Line(NominalAccount.parse(account), new BigDecimal(amount), null, "");
    }

    static Proposal.Line credit(String account, String amount) {
        return new Proposal.Line(NominalAccount.parse(account), null, new BigDecimal(amount), "");
    }

    static Proposal proposal(Proposal.Line... lines) {
        return new Proposal(
                SettlementWorld.COMPANY,
                DAY,
                "adyen BrandGB batch 380 GBP",
                "Fees of October, accrued",
                List.of(lines));
    }

    /** A journal that is written down. */
    Journal proposed(Proposal.Line... lines) {
        try {
            return proposing().propose(proposal(lines), "ann").journal();
        } catch (ProposeJournal.Refused | TargetUnavailable | MappingFaults e) {
            throw new IllegalStateException(e);
        }
    }

    Journal now(Journal journal) {
        return journals().journal(journal.id()).orElseThrow();
    }

    String file(Journal journal) {
        return settings().layout().file(journal);
    }

    /** As a user does it. */
    public void importFile(String file) {
        control("POST", "nominal/import", Json.object().put("file", file).toString());
    }

    /** Something in Sage is changed as nobody could there. */
    JsonNode control(String method, String path, String body) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(sage.baseUrl() + "/control/" + path))
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return Json.parse(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void setAccount(String code, String field, @Nullable Object value) {
        ObjectNode change = Json.object();
        change.putObject("where").put("reference", code);
        change.putObject("set").set(field, Json.mapper().valueToTree(value));
        control("PUT", "tables/nominal_codes", change.toString());
    }

    /** The step, once. */
    public String watch() {
        return new WatchJournals(
                        journals(),
                        fate(),
                        clients.nominalAccounts(),
                        clients.nominal(),
                        settings(),
                        settlements.settings(),
                        settlements.clock(),
                        settlements.store.runCounts(),
                        settlements.run())
                .process();
    }
}
