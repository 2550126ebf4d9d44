package centrasage.centra.client;

import centrasage.centra.MadeShipment;
import centrasage.centra.NewShipment;
import centrasage.centra.Parsed;
import centrasage.centra.ShippableOrderJson;
import centrasage.centra.client.wire.Mutated;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What every answer to a mutation of a shipment means. That it is done is proven by the shipment's own flags, in the answer or
 * read back, whatever the answer says besides: {@code userErrors} come for what was done before, and {@code userWarnings} hide a
 * capture that failed. It is refused where Centra says so and the flags do not show it.
 */
final class ShipmentAnswers {
    private final CentraShipping centra;
    private final ShipmentStep step;
    private final NewShipment shipment;

    ShipmentAnswers(CentraShipping centra, ShipmentStep step, NewShipment shipment) {
        this.centra = centra;
        this.step = step;
        this.shipment = shipment;
    }

    Outcome classify(Mutated became) {
        if (became instanceof Mutated.Unsent unsent) {
            return new Outcome.Unavailable(unsent.why());
        }
        if (became instanceof Mutated.Lost lost) {
            return new Outcome.InDoubt(lost.why());
        }
        if (became instanceof Mutated.NotUnderstood notUnderstood) {
            return new Outcome.Refused(List.of(refused(notUnderstood.why())));
        }
        Mutated.Answered answered = (Mutated.Answered) became;
        Optional<MadeShipment> done = answered.errors().isEmpty() ? shown(answered) : Optional.empty();
        return done.<Outcome>map(made -> new Outcome.Posted(CentraShipping.document(shipment, made)))
                .orElseGet(() -> readBack(answered));
    }

    private Optional<MadeShipment> shown(Mutated.Answered answered) {
        if (answered.result().get("shipment") instanceof JsonObject json) {
            Parsed<MadeShipment> parsed = ShippableOrderJson.shipment(json.toString());
            Optional<MadeShipment> made =
                    parsed.match(readable -> Optional.of(readable.document()), unreadable -> Optional.empty());
            return made.filter(each -> each.isOf(shipment.despatch())).filter(step::isDone);
        }
        return Optional.empty();
    }

    private Outcome readBack(Mutated.Answered answered) {
        try {
            Optional<MadeShipment> there = centra.made(shipment);
            if (there.filter(step::isDone).isPresent()) {
                return new Outcome.AlreadyThere(CentraShipping.document(shipment, there.get()));
            }
        } catch (TargetUnavailable e) {
            return new Outcome.InDoubt(
                    "Centra answered " + step.words() + ", and what became of it cannot be read: " + e.getMessage());
        }
        List<String> words = answered.errors().isEmpty() ? answered.warnings() : answered.errors();
        return words.isEmpty()
                ? new Outcome.InDoubt("Centra took " + step.words() + " without a word, and does not show it")
                : new Outcome.Refused(words.stream().map(this::refused).toList());
    }

    private Reason refused(String words) {
        return step == ShipmentStep.CAPTURE
                ? captureFailed(words)
                : new Reason(
                        "REFUSED_BY_CENTRA",
                        step.owner(),
                        "Centra refused " + step.words() + " of Sage 200 despatch " + shipment.despatch() + ": "
                                + words,
                        "Correct what Centra names in AMS, or do it there by hand, then press Plan again: what is done there"
                                + " already is taken as it is");
    }

    private Reason captureFailed(String words) {
        return new Reason(
                "CAPTURE_FAILED",
                Owner.FINANCE,
                "The money for Sage 200 despatch " + shipment.despatch() + " of order " + shipment.order()
                        + " could not be taken: " + words,
                "The parcel is despatched in Sage 200 and may have left: stop it if you can, and ask the customer to pay."
                        + " Capture the shipment in AMS, or mark it as paid there if the money came another way, then press Plan"
                        + " again: it is completed then, and not before");
    }
}
