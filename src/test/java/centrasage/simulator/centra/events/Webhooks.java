package centrasage.simulator.centra.events;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Calls the address of the webhook plug-in, one call after the other, some events in each, and forgets what nobody took. */
public final class Webhooks implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration OLD = Duration.ofHours(1);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Set<String> TYPES = Set.of("Order", "Shipment", "Return");

    private record Happened(String type, String action, int reference, Instant at) {}

    private final BlockingQueue<Happened> waiting = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebhookFault> ordered = new LinkedBlockingQueue<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Supplier<Instant> now;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "centra-webhooks");
        thread.setDaemon(true);
        return thread;
    });
    private volatile WebhookSettings settings = WebhookSettings.initial();

    /** @param clock of the signatures: Centra's own, not that of whoever is called */
    public Webhooks(Clock clock) {
        now = clock::instant;
    }

    public WebhookSettings settings() {
        return settings;
    }

    public void setUp(WebhookSettings newSettings) {
        settings = newSettings;
    }

    /** Orders a fault for the next calls. */
    public void order(WebhookFault fault, int times) {
        for (int i = 0; i < times; i++) {
            ordered.add(fault);
        }
    }

    /** How many calls were answered with which status, and how many faults were made. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    public synchronized void reset() {
        settings = WebhookSettings.initial();
        waiting.clear();
        ordered.clear();
        counts.clear();
    }

    /** An order, a shipment or a return has changed: whoever is to be told hears of it soon. There is no web hook of payments. */
    public void changed(String objectType, int reference, ChangeType change) {
        if (settings.on() && TYPES.contains(objectType)) {
            String action = change == ChangeType.CREATED ? "insert" : "update";
            waiting.add(new Happened(objectType.toLowerCase(Locale.ROOT), action, reference, now.get()));
            sender.execute(this::call);
        }
    }

    private void call() {
        WebhookSettings current = settings;
        List<Happened> batch = new ArrayList<>();
        waiting.drainTo(batch, current.eventsPerCall());
        URI url = current.url();
        if (batch.isEmpty() || url == null) {
            return; // a call before took them along
        }
        WebhookFault fault = ordered.poll();
        HttpRequest request = request(url, body(batch), current.secret(), fault);
        int calls = fault == WebhookFault.DUPLICATE ? 2 : 1;
        for (int i = 0; i < calls; i++) {
            deliver(request, current.retries());
        }
        if (fault != null) {
            count(fault.wireName());
        }
    }

    /** Where nobody takes it in the end, it is dropped, as Centra does. */
    private void deliver(HttpRequest request, int retries) {
        for (int attempt = 0; attempt <= retries; attempt++) {
            String status = send(request);
            count(status);
            if (status.startsWith("2")) {
                return;
            }
        }
    }

    private String send(HttpRequest request) {
        try {
            return Integer.toString(
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return "unreachable";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unreachable";
        }
    }

    private HttpRequest request(URI url, String body, String secret, @Nullable WebhookFault fault) {
        Instant signedAt = fault == WebhookFault.OLD_TIMESTAMP ? now.get().minus(OLD) : now.get();
        String key = fault == WebhookFault.WRONG_SIGNATURE ? secret + "?" : secret;
        String time = Long.toString(signedAt.getEpochSecond());
        return HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Centra-Signature", "t=" + time + ",v1=" + sign(time + "." + body, key))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** In the mode "Integration API": ids, and nothing else. */
    private static String body(List<Happened> batch) {
        ArrayNode events = Json.array();
        batch.forEach(event -> events.addObject()
                .put("type", event.type())
                .put("action", event.action())
                .put("date", DATE.format(event.at()))
                .put("id", event.reference()));
        ObjectNode payload = Json.object();
        payload.set("events", events);
        return "payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8);
    }

    public static String sign(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}
