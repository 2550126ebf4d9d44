package centrasage.settlements.plan;

import centrasage.flow.Plan;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.sage200.ledger.BankTransferJson;
import centrasage.sage200.ledger.SupplierPayment;
import centrasage.sage200.ledger.SupplierPaymentJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The planner with the mappings that the documentation ships, but for the files of which a test has written the rows. */
final class Planning {
    private final SettlementPlanner planner =
            new SettlementPlanner(BankEntryJson::write, BankTransferJson::write, SupplierPaymentJson::write);
    private final Map<String, String> files = new TreeMap<>();

    Planning() throws MappingFaults {
        files.putAll(SeedFolder.texts(Path.of("docs/example-mappings")));
    }

    /** All rows of {@code nominals.csv}. */
    Planning nominals(String... rows) {
        return rows("nominals.csv", "company,purpose,detail,currency,nominal,cost_centre,department,tax_code", rows);
    }

    /** All rows of {@code settlement.csv}. */
    Planning settlement(String... rows) {
        return rows("settlement.csv", "company,psp,merchant_account,currency,clearing_bank,bank", rows);
    }

    /** As {@link #settlement}, each with a supplier. */
    Planning suppliers(String... rows) {
        return rows("settlement.csv", "company,psp,merchant_account,currency,clearing_bank,bank,supplier", rows);
    }

    private Planning rows(String file, String header, String... rows) {
        files.put(file, header + "\n" + String.join("\n", rows) + "\n");
        return this;
    }

    List<Intended> plan(ToldBatch batch) throws MappingFaults {
        return plan(batch.toPost());
    }

    List<Intended> plan(ToPost batch) throws MappingFaults {
        return planner.plan(batch, Mappings.parse(files).on(batch.day()));
    }

    /** The only one of these. */
    Intended only(PostingKind kind, ToldBatch batch) throws MappingFaults {
        List<Intended> of = plan(batch).stream()
                .filter(intended -> intended.key().kind() == kind)
                .toList();
        if (of.size() != 1) {
            throw new AssertionError("not one " + kind + " but " + of);
        }
        return of.get(0);
    }

    static BankTransfer transfer(Intended intended) {
        return BankTransferJson.read(document(intended));
    }

    static BankEntry entry(Intended intended) {
        return BankEntryJson.read(document(intended));
    }

    static SupplierPayment payment(Intended intended) {
        return SupplierPaymentJson.read(document(intended));
    }

    private static String document(Intended intended) {
        return intended.plan()
                .match(
                        post -> post.command().document(),
                        skip -> {
                            throw new AssertionError("skipped: " + skip);
                        },
                        hold -> {
                            throw new AssertionError("held: " + hold);
                        });
    }

    static boolean isPosted(Intended intended) {
        return intended.plan() instanceof Plan.Post;
    }

    /** Why it is held; none where it is not. */
    static List<Reason> reasons(Intended intended) {
        return intended.plan().match(post -> List.of(), skip -> List.of(), Plan.Hold::reasons);
    }

    static List<String> codes(Intended intended) {
        return reasons(intended).stream().map(Reason::code).toList();
    }
}
