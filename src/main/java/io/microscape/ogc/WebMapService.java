package io.microscape.ogc;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.SnapshotUnavailableException;
import io.microscape.crs.CoordinateSystem;
import io.microscape.portrayal.DrawingAbandonedException;
import io.microscape.portrayal.MapImage.StyledLayer;
import io.microscape.portrayal.Portrayal;
import io.microscape.study.InvalidInputException;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Web Map Service, versions 1.1.1 (OGC 01-068r3) and 1.3.0 (OGC 06-042), without the HTTP around it: takes a
 * request, gives an answer, and turns every problem into a report of it. Thread-safe.
 */
final class WebMapService {
    private static final Logger LOG = LoggerFactory.getLogger(WebMapService.class);

    private final Atlas atlas;
    private final Portrayal portrayal;
    private final WmsSettings settings;
    private final LegendGraphic legends;
    private final PictureTag tags;
    private final SuppliedStyles styles;
    private final DrawingMemory memory;
    private final DrawingTurns turns = new DrawingTurns();
    private final ConnectionWatch watch = new ConnectionWatch();

    WebMapService(Atlas atlas, Portrayal portrayal, WmsSettings settings) {
        this(atlas, portrayal, settings, new DrawingMemory());
    }

    WebMapService(Atlas atlas, Portrayal portrayal, WmsSettings settings, DrawingMemory memory) {
        this.atlas = atlas;
        this.portrayal = portrayal;
        this.settings = settings;
        this.legends = new LegendGraphic(portrayal, atlas);
        this.tags = new PictureTag(atlas);
        this.memory = memory;
        this.styles = new SuppliedStyles(settings);
    }

    /** Answers a request. Never throws: what cannot be answered is reported as the client wants it reported. */
    WmsResponse answer(WmsCall call) {
        ExceptionReport report = new ExceptionReport(call.parameters(), settings, memory);
        try {
            return watch.whileOpen(call.connection(), () -> dispatch(call));
        } catch (ServiceException problem) {
            return report.of(problem, 200);
        } catch (InvalidInputException problem) {
            return report.of(new ServiceException(problem.headline(), problem), 200);
        } catch (ServiceBusyException | DrawingAbandonedException problem) {
            LOG.debug("WMS request given up: {}: {}", call.parameters(), problem.getMessage());
            return report.of(new ServiceException(problem.getMessage(), problem), 503);
        } catch (SnapshotUnavailableException problem) {
            LOG.error("WMS request failed: {}: {}", call.parameters(), problem.getMessage());
            return report.of(
                    new ServiceException("a published layer cannot be read; the log of the service says which"), 503);
        } catch (RuntimeException fault) {
            LOG.error("WMS request failed: {}", call.parameters(), fault);
            return report.of(new ServiceException("the request failed within the service; its log says why"), 500);
        }
    }

    /** The report of a request that could not be read. */
    WmsResponse refusal(RequestParameters parameters, ServiceException problem) {
        return new ExceptionReport(parameters, settings, memory).of(problem, 200);
    }

    private WmsResponse dispatch(WmsCall call) {
        RequestParameters parameters = call.parameters();
        String service = parameters.text("SERVICE", "WMS");
        if (!service.equals("WMS")) {
            throw new ServiceException(
                    "SERVICE " + RequestParameters.echo(service) + " is not spoken here; use SERVICE=WMS");
        }
        String operation = parameters.required("REQUEST");
        return switch (operation) {
            case "GetCapabilities" -> capabilities(call);
            case "GetMap" -> map(call);
            case "GetFeatureInfo" -> featureInfo(call);
            case "GetLegendGraphic" -> legend(call);
            case "GetStyles" -> new StyleSheetDocument(atlas, new LayerNames(atlas)).answer(parameters);
            default ->
                throw new ServiceException(
                        ServiceException.Code.OPERATION_NOT_SUPPORTED,
                        "REQUEST " + RequestParameters.echo(operation)
                                + " is not supported; use GetCapabilities, GetMap, GetFeatureInfo, GetLegendGraphic or GetStyles");
        };
    }

    /** A FORMAT that is not offered falls back to the version's own, as the standard wants it. */
    private WmsResponse capabilities(WmsCall call) {
        WmsVersion version = WmsVersion.negotiate(call.parameters().text("VERSION"));
        UpdateSequence.check(call.parameters().text("UPDATESEQUENCE"), atlas.updateSequence());
        return new WmsCapabilities(atlas, legends, settings).write(version, call.serviceUrl(), call.language());
    }

    private WmsResponse map(WmsCall call) {
        WmsVersion version = WmsVersion.required(call.parameters().text("VERSION"));
        GetMapRequest request = GetMapRequest.parse(
                call.parameters(), version, new LayerNames(atlas), settings, styles.of(call.parameters()));
        return unlessKnown(
                        call,
                        tags.of(request),
                        request.format().mimeType(),
                        () -> drawn(
                                portrayal.bytesToDraw(request.map())
                                        + request.format()
                                                .bytesToEncode(
                                                        request.map().width(),
                                                        request.map().height()),
                                () -> portrayal.draw(request.map()),
                                request.format()))
                .warning(request.warnings());
    }

    private WmsResponse legend(WmsCall call) {
        GetLegendGraphicRequest request = GetLegendGraphicRequest.parse(
                call.parameters(), new LayerNames(atlas), settings, styles.of(call.parameters()));
        ImageFormat format = request.format();
        Supplier<byte[]> legend = format == null
                ? () -> legends.json(request)
                : () -> drawn(request.bytesToDraw(), () -> legends.draw(request), format);
        return unlessKnown(
                        call,
                        tags.of(request),
                        format == null ? GetLegendGraphicRequest.JSON : format.mimeType(),
                        legend)
                .warning(request.warnings());
    }

    private WmsResponse featureInfo(WmsCall call) {
        WmsVersion version = WmsVersion.required(call.parameters().text("VERSION"));
        GetFeatureInfoRequest request = GetFeatureInfoRequest.parse(
                call.parameters(), version, new LayerNames(atlas), settings, styles.of(call.parameters()));
        List<StyledLayer> topmostFirst = new ArrayList<>(request.layers());
        Collections.reverse(topmostFirst);
        List<FeatureInfo.LayerHits> hits = topmostFirst.stream()
                .map(styled -> new FeatureInfo.LayerHits(
                        styled.layer(),
                        portrayal.featuresAt(
                                request.mapOf(styled),
                                styled.layer(),
                                request.column() + 0.5,
                                request.row() + 0.5,
                                request.tolerance(),
                                request.featureCount())))
                .toList();
        return request.format()
                .write(new FeatureInfo(hits, CoordinateSystem.of(request.map().crs()), call.language()))
                .warning(request.warnings());
    }

    /**
     * Memory first: who waits for it must not keep others from their turn. The turn ends before the picture is encoded, so that
     * a processor has that to do until the thread whose turn is next has woken up.
     */
    private byte[] drawn(long bytes, Supplier<BufferedImage> picture, ImageFormat format) {
        return memory.with(bytes, () -> format.encode(turns.take(picture)));
    }

    private static WmsResponse unlessKnown(WmsCall call, String tag, String mimeType, Supplier<byte[]> answer) {
        return WmsResponse.matches(call.ifNoneMatch(), tag)
                ? WmsResponse.notModified(tag)
                : WmsResponse.tagged(mimeType, answer.get(), tag);
    }
}
