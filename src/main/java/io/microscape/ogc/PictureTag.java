package io.microscape.ogc;

import io.microscape.atlas.Atlas;
import io.microscape.portrayal.LegendSubject;
import io.microscape.portrayal.MapImage;
import io.microscape.portrayal.MapImage.StyledLayer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Entity tags of pictures: a digest of everything that goes into one, so that the tag is known before anything is drawn
 * and changes exactly when the picture can. SHA-256, cut to 128 bits.
 */
final class PictureTag {
    private static final int BYTES = 16;

    private final Atlas atlas;

    PictureTag(Atlas atlas) {
        this.atlas = atlas;
    }

    String of(GetMapRequest request) {
        MapImage map = request.map();
        return digest(
                request.format(),
                map.crs(),
                map.box(),
                map.width(),
                map.height(),
                map.transparent(),
                map.background(),
                map.symbolScale(),
                map.buffer(),
                map.layers().stream().map(this::content).collect(Collectors.joining("\n")));
    }

    String of(GetLegendGraphicRequest request) {
        LegendSubject subject = request.subject();
        MapImage view = subject.view();
        return digest(
                "legend",
                request.format() == null ? GetLegendGraphicRequest.JSON : request.format(),
                request.look(),
                request.language(),
                String.valueOf(subject.scaleDenominator()),
                String.valueOf(subject.rule()),
                subject.hideEmpty(),
                subject.symbolScale(),
                view == null
                        ? "everywhere"
                        : List.of(view.crs(), view.box(), view.width(), view.height(), view.symbolScale()),
                content(subject.styled()));
    }

    private String content(StyledLayer styled) {
        return String.join(
                "\n",
                styled.layer().qualifiedName(),
                styled.layer().version(),
                styled.userStyle() == null
                        ? atlas.sld(styled.layer(), styled.style())
                        : styled.userStyle().key(),
                String.valueOf(styled.filter()));
    }

    private static String digest(Object... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(List.of(parts).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
