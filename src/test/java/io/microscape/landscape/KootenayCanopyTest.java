package io.microscape.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.landscape.geometry.RandomShapes;
import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.Progress;
import io.microscape.study.StudyParameters;
import io.microscape.testing.SharedData;
import io.microscape.testing.YuexiuFiles;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** A forest known twice: crown polygons drawn from a canopy height model, and the model itself. */
class KootenayCanopyTest {
    /** Lowest crown of the segmentation, m: its crowns are 8,025 m², the cells of that height 8,161 m². */
    private static final double LEAST_HEIGHT = 1.5;

    @Test
    void crownPolygonsAndHeightModelGiveTheSameCover() throws Exception {
        List<Crown> crowns = crowns();
        assertThat(crowns).hasSize(891);
        IndexEngine engine = new IndexEngine(StudyParameters.DEFAULTS);
        RasterCanopy raster = new RasterCanopy(List.of(heightModel()));
        RandomShapes shapes = new RandomShapes(21);
        AffineTransformation toForest =
                AffineTransformation.translationInstance(439_760 - RandomShapes.EAST, 5_526_508 - RandomShapes.NORTH);
        for (int i = 0; i < 20; i++) {
            Geometry space = toForest.transform(shapes.star(RandomShapes.EAST, RandomShapes.NORTH, 9, 12, 28, 0.9));
            MicroSpace stand = new MicroSpace("S" + i, "", null, true, space);
            double fromPolygons = engine.compute(
                            Landscape.of(List.of(stand), null, null, crowns, null, null), Progress.NONE)
                    .get(0)
                    .canopyCover();
            assertThat(fromPolygons).isBetween(0.2, 0.99);
            assertThat(raster.share(space).value()).isCloseTo(fromPolygons, within(0.02));
        }
    }

    private static CanopyGrid heightModel() throws IOException {
        Path file = SharedData.path("kootenay/kootenayCHM.tif");
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
            reader.setInput(input);
            Raster heights = reader.read(0).getRaster();
            return new CanopyGrid() {
                @Override
                public Geometry toGrid(Geometry metric) {
                    // corner and cell size as gdalinfo prints them
                    return new AffineTransformation(2, 0, -2 * 439_689.0, 0, -2, 2 * 5_526_562.5).transform(metric);
                }

                @Override
                public boolean covered(int column, int row) {
                    return known(column, row) && heights.getSampleDouble(column, row, 0) >= LEAST_HEIGHT;
                }

                @Override
                public boolean known(int column, int row) {
                    return heights.getBounds().contains(column, row)
                            && heights.getSampleDouble(column, row, 0) > -1e300;
                }
            };
        }
    }

    private static List<Crown> crowns() throws SQLException {
        List<Crown> crowns = new ArrayList<>();
        Path file = SharedData.path("kootenay/kootenayCrowns.gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro&immutable=1");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT geom FROM kootenayCrowns")) {
            while (row.next()) {
                crowns.add(new Crown(YuexiuFiles.geometry(row.getBytes(1)), null, null));
            }
        }
        return crowns;
    }
}
