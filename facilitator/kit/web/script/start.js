F.paint();
F.link.ask();
F.box.pump();
