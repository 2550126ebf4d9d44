package centrasage.desk.alert.channel;

import centrasage.flow.Severity;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** What a chat expects to be posted to its web hook. */
enum WebHookShape {
    /** A message with an Adaptive Card, as the trigger "When a Teams webhook request is received" of a workflow takes it. */
    TEAMS {
        @Override
        JsonObject body(Notice notice) {
            JsonArrayBuilder body = Json.createArrayBuilder()
                    .add(textBlock(notice.title())
                            .add("weight", "Bolder")
                            .add("size", "Medium")
                            .add("color", colour(notice.severity())));
            notice.lines().forEach(line -> body.add(textBlock(line)));
            JsonObjectBuilder card = Json.createObjectBuilder()
                    .add("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                    .add("type", "AdaptiveCard")
                    .add("version", "1.4")
                    .add("body", notice.hasAddress() ? body : body.add(textBlock(notice.link())));
            if (notice.hasAddress()) {
                card.add(
                        "actions",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "Action.OpenUrl")
                                        .add("title", "Open the console")
                                        .add("url", notice.link())));
            }
            return Json.createObjectBuilder()
                    .add("type", "message")
                    .add(
                            "attachments",
                            Json.createArrayBuilder()
                                    .add(Json.createObjectBuilder()
                                            .add("contentType", "application/vnd.microsoft.card.adaptive")
                                            .addNull("contentUrl")
                                            .add("content", card)))
                    .build();
        }
    },

    /** Slack's incoming web hook: blocks, and a text for where blocks are not shown. */
    SLACK {
        @Override
        JsonObject body(Notice notice) {
            JsonArrayBuilder blocks = Json.createArrayBuilder().add(section("*" + escaped(notice.title()) + "*"));
            notice.lines().forEach(line -> blocks.add(section(escaped(line))));
            blocks.add(
                    section(notice.hasAddress() ? "<" + notice.link() + "|Open the console>" : escaped(notice.link())));
            return Json.createObjectBuilder()
                    .add("text", escaped(notice.title()))
                    .add("blocks", blocks)
                    .build();
        }
    };

    /** Slack takes 3,000 characters in a block; Teams 28 KB in a message. */
    private static final int TEXT_MAX = 2_000;

    abstract JsonObject body(Notice notice);

    private static JsonObjectBuilder textBlock(String text) {
        return Json.createObjectBuilder()
                .add("type", "TextBlock")
                .add("text", cut(text))
                .add("wrap", true);
    }

    private static String colour(Severity severity) {
        return severity.compareTo(Severity.HIGH) >= 0 ? "Attention" : "Default";
    }

    private static JsonObjectBuilder section(String text) {
        return Json.createObjectBuilder()
                .add("type", "section")
                .add("text", Json.createObjectBuilder().add("type", "mrkdwn").add("text", cut(text)));
    }

    /** The three characters that have a meaning of their own there. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), TEXT_MAX));
    }
}
