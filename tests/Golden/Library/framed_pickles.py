import pickle, io
out = io.BytesIO(); p = pickle._Pickler(out, 4)
out.write(pickle.PROTO + b"\x04")
p.framer.start_framing(); p.framer.commit_frame(); p.write(pickle.NONE); p.write(pickle.POP); p.write(pickle.BININT1 + b"\x07"); p.write(pickle.STOP); p.framer.end_framing()
print(out.getvalue(), pickle.loads(out.getvalue()))
