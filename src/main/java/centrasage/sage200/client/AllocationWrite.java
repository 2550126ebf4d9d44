package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.ledger.AllocationEvidence;
import centrasage.sage200.ledger.NewAllocation;
import centrasage.sage200.ledger.OpenEntry;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The POST of one allocation, as {@link SageAnswers} asks about it. Sage's answer is what was sent, and gives it no number. */
final class AllocationWrite implements Write {
    private final SageAllocations allocations;
    private final SageReads reads;
    private final NewAllocation allocation;
    private final AllocationEvidence evidence;
    private final Optional<String> signIn;

    AllocationWrite(
            SageAllocations allocations,
            SageReads reads,
            NewAllocation allocation,
            AllocationEvidence evidence,
            Optional<String> signIn) {
        this.allocations = allocations;
        this.reads = reads;
        this.allocation = allocation;
        this.evidence = evidence;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "the allocation of " + allocation.credit() + " to " + allocation.debit();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        if (!(answer.get("allocation_lines") instanceof JsonArray lines) || lines.size() != 2) {
            throw new Row.Malformed("allocation_lines");
        }
        return allocation.document();
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        Map<String, OpenEntry> open =
                allocations.open(allocation.company(), List.of(allocation.credit(), allocation.debit()));
        OpenEntry credit = open.get(allocation.credit());
        OpenEntry debit = open.get(allocation.debit());
        return credit == null || debit == null || !evidence.isMade(allocation, credit, debit);
    }

    @Override
    public SignInCheck signIn() {
        return reads.checkSignIn(allocation.company(), signIn);
    }

    @Override
    public String withoutPersonalData(String text) {
        return text;
    }
}
