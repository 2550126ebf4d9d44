package centrasage.settlements.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Downloads by an address: the files of the last days where its name has a <code>{date}</code>, or one batch after the other until there is no
 * next one where it has a <code>{batch}</code>, as Adyen's reports are asked for.
 */
final class HttpsFetch {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final String BATCH = "{batch}";
    private static final String DATE = "{date}";
    private static final int DAYS = 7;
    private static final int BATCHES_MAX = 400;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final FetchSource source;
    private final Instant landed;
    private final LocalDate today;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /**
     * @param landed the time that its files bear: they land whole, so that nobody need wait until they are quiet
     * @param today in the zone of the books
     */
    HttpsFetch(FetchSource source, Instant landed, LocalDate today) {
        this.source = source;
        this.landed = landed;
        this.today = today;
    }

    /**
     * @return how many files are new
     * @throws IOException when the server cannot be reached, or answers anything but the file or that there is none
     */
    long into(Landing landing) throws IOException {
        if (source.url().contains(BATCH)) {
            return batches(landing);
        }
        List<String> addresses = IntStream.rangeClosed(1, DAYS)
                .mapToObj(day -> source.url().replace(DATE, today.minusDays(day).toString()))
                .toList();
        long fetched = 0;
        for (String address : addresses) {
            fetched += fetch(address, landing) == Fetched.NEW ? 1 : 0;
        }
        return fetched;
    }

    private enum Fetched {
        NEW,
        KNOWN,
        NOT_THERE
    }

    /** What is here already is not asked for again, so that each run goes on where the last one ended. */
    private long batches(Landing landing) throws IOException {
        long fetched = 0;
        for (int batch = source.firstBatch(); fetched < BATCHES_MAX; batch++) {
            Fetched one = fetch(source.url().replace(BATCH, Integer.toString(batch)), landing);
            if (one == Fetched.NOT_THERE) {
                return fetched;
            }
            fetched += one == Fetched.NEW ? 1 : 0;
        }
        return fetched;
    }

    private Fetched fetch(String address, Landing landing) throws IOException {
        URI uri = URI.create(address);
        String name = uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
        if (!Landing.isPlain(name)) {
            throw new IOException(address + " names no file");
        }
        if (landing.has(name)) {
            return Fetched.KNOWN;
        }
        try {
            HttpResponse<InputStream> response = http.send(request(uri), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream bytes = response.body()) {
                if (response.statusCode() == NOT_FOUND) {
                    return Fetched.NOT_THERE;
                }
                if (response.statusCode() != OK) {
                    throw new IOException(address + " answered " + response.statusCode());
                }
                landing.put(name, bytes, landed);
                return Fetched.NEW;
            }
        } catch (HttpTimeoutException e) {
            IOException late = new SocketTimeoutException(address + " did not answer in time");
            late.initCause(e);
            throw late;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(address + " was given up", e);
        }
    }

    private HttpRequest request(URI uri) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(TIMEOUT).GET();
        if (!source.user().isEmpty()) {
            byte[] pair = (source.user() + ":" + source.password()).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        } else if (!source.password().isEmpty()) {
            request.header("Authorization", "Bearer " + source.password());
        }
        return request.build();
    }
}
