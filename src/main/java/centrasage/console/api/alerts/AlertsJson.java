package centrasage.console.api.alerts;

import centrasage.desk.alert.outbox.ChannelState;
import centrasage.desk.alert.rule.Recipient;
import centrasage.desk.alert.rule.Rule;
import centrasage.desk.outside.OutsideBeat;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rules of alerts, and how each channel fares. */
@Schema(name = "Alerts")
public record AlertsJson(List<RuleJson> rules, List<ChannelJson> channels, HeartbeatJson heartbeat) {

    /** A rule. */
    @Schema(name = "AlertRule")
    public record RuleJson(
            String name,
            String severity,
            List<String> owners,
            List<String> to,
            @Nullable String digest,
            boolean mended) {
        static RuleJson of(Rule rule) {
            return new RuleJson(
                    rule.name(),
                    rule.least().name(),
                    rule.owners().stream().map(Enum::name).sorted().toList(),
                    rule.recipients().stream().map(Recipient::name).toList(),
                    rule.digest() == null ? null : rule.digest().toString(),
                    rule.tellsMended());
        }
    }

    /** A channel. */
    @Schema(name = "AlertChannel")
    public record ChannelJson(
            String name,
            @Nullable Instant sentAt,
            @Nullable Instant failedAt,
            @Nullable Instant failingSince,
            @Nullable String error,
            long waiting) {
        static ChannelJson of(ChannelState state) {
            return new ChannelJson(
                    state.name(),
                    state.sentAt(),
                    state.failedAt(),
                    state.failingSince(),
                    state.error(),
                    state.waiting());
        }
    }

    /** The sign of life for a switch outside, as this node sends it. */
    @Schema(name = "OutsideHeartbeat")
    public record HeartbeatJson(
            boolean setUp,
            @Nullable Instant sentAt,
            long failures,
            @Nullable String error,
            @Nullable String ailment) {
        static HeartbeatJson of(OutsideBeat beat) {
            OutsideBeat.Standing standing = beat.standing();
            return new HeartbeatJson(
                    beat.isSetUp(), standing.sentAt(), standing.failures(), standing.error(), standing.ailment());
        }
    }
}
