package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.MeantTracking;
import centrasage.sage200.MeantTracking.Difference;
import centrasage.sage200.MeantTracking.Shown;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.client.SageDespatches.There;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The PUT of a despatch's tracking, as {@link SageAnswers} asks about it: one row is saved as a whole, or not at all. */
final class TrackingWrite implements Write {
    private final SageDespatches despatches;
    private final SageReads reads;
    private final MeantTracking meant;
    private final NewDespatch despatch;
    private final Optional<String> signIn;

    TrackingWrite(SageDespatches despatches, SageReads reads, MeantTracking meant, Optional<String> signIn) {
        this.despatches = despatches;
        this.reads = reads;
        this.meant = meant;
        this.despatch = meant.despatch();
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "the tracking of shipment " + despatch.number();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        Row row = new Row(answer);
        if (!meant.isShown(shown(row))) {
            throw new Row.Malformed("tracking");
        }
        return new Document(Long.toString(row.id("id")), row.text("despatch_no"), despatch.value(), null, null);
    }

    private static Shown shown(Row row) {
        return new Shown(text(row, "courier_name"), text(row, "consignment_no"), text(row, "notes"));
    }

    private static String text(Row row, String field) {
        return row.optionalText(field).orElse("");
    }

    /** One more PUT would come to the same. */
    @Override
    public Optional<Reason> untaken(JsonObject answer) {
        List<Difference> differences =
                answer.containsKey("despatch_no") ? meant.differences(shown(new Row(answer))) : List.of();
        return differences.isEmpty() ? Optional.empty() : Optional.of(notAmended(differences));
    }

    private Reason notAmended(List<Difference> differences) {
        return new Reason(
                "TRACKING_NOT_AMENDED",
                Owner.OPERATIONS,
                "Shipment " + despatch.number() + " has " + listed(differences, Difference::meant)
                        + " in Centra now, and its despatch in Sage 200 still has "
                        + listed(differences, Difference::shown)
                        + " after Sage was told",
                "Correct the " + listed(differences, Difference::name)
                        + " of the despatch in Sage 200, then resolve this. Leave " + despatch.number()
                        + " in its notes: by it the despatch is found again");
    }

    private static String listed(List<Difference> differences, Function<Difference, String> words) {
        return differences.stream().map(words).collect(Collectors.joining(" and "));
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        String key = despatch.customerDocumentNo();
        There there = despatches.find(despatch.company(), List.of(key)).get(key);
        if (there == null) {
            throw new TargetUnavailable("what Sage 200 holds under " + key + " cannot be read");
        }
        return there.despatches().stream()
                .filter(each -> each.isOf(despatch.number()))
                .map(Shown::of)
                .noneMatch(meant::isShown);
    }

    @Override
    public SignInCheck signIn() {
        return reads.checkSignIn(despatch.company(), signIn);
    }

    @Override
    public String withoutPersonalData(String text) {
        return text;
    }
}
