package centrasage.desk.alert.channel;

import centrasage.desk.outside.Outward;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** The web hook of a chat. Its address is a secret: whoever knows it can write there, so no message and no log names it. */
final class WebHookChannel implements Channel {
    static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int WORDS_MAX = 200;

    private final String name;
    private final URI address;
    private final WebHookShape shape;
    private final Outward outward;

    WebHookChannel(String name, URI address, WebHookShape shape, Duration timeout) {
        this.name = name;
        this.address = address;
        this.shape = shape;
        outward = new Outward(timeout);
    }

    @Override
    public Delivery send(Notice notice) {
        try {
            return judge(
                    outward.post(address, "application/json", shape.body(notice).toString()));
        } catch (IOException e) {
            return new Delivery.Later(
                    "The web hook " + name + " does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Later("The application is stopping");
        }
    }

    /** Teams answers 202, Slack 200; 429 and what begins with 5 passes. */
    private Delivery judge(Outward.Answer answer) {
        if (answer.isGood()) {
            return new Delivery.Sent();
        }
        int status = answer.status();
        String said = answer.body().strip().replaceAll("\\s+", " ").replace(address.toString(), "(its address)");
        String why = "The web hook " + name + " answers " + status + ": "
                + said.substring(0, Math.min(said.length(), WORDS_MAX));
        boolean passes = status == 408 || status == 429 || status >= 500;
        return passes ? new Delivery.Later(why, answer.after()) : new Delivery.Refused(why);
    }
}
